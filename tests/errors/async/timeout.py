# A timeout that nobody catches.
import asyncio
async def main():
    await asyncio.wait_for(asyncio.sleep(10), timeout=0.01)
asyncio.run(main())
