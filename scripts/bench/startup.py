"""Start, run an event loop for one turn, end."""
import asyncio


async def main():
    await asyncio.sleep(0)
    print("started")


asyncio.run(main())
