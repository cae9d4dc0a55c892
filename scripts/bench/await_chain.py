"""Two tasks that suspend under fifty awaits, over and over."""
import asyncio

DEPTH, TURNS = 50, 30_000


async def chain(depth):
    if depth == 0:
        for _ in range(TURNS):
            await asyncio.sleep(0)
        return 0
    return 1 + await chain(depth - 1)


async def main():
    print(await asyncio.gather(chain(DEPTH), chain(DEPTH)))


asyncio.run(main())
