# A cancellation that nobody catches.
import asyncio
async def main():
    asyncio.current_task().cancel("from inside")
    await asyncio.sleep(1)
asyncio.run(main())
