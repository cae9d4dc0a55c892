# A timeout that nobody catches.
# reference: differs (a traceback that had frames of its library only keeps its first line)
import asyncio
async def main():
    await asyncio.wait_for(asyncio.sleep(10), timeout=0.01)
asyncio.run(main())
