"""Awaits fifty deep that suspend at the bottom, over and over."""
import asyncio

DEPTH, TURNS = 50, 20_000


async def chain(depth):
    if depth == 0:
        for _ in range(TURNS):
            await asyncio.sleep(0)
        return 0
    return 1 + await chain(depth - 1)


async def calls(turns):
    """The same depth, awaited without suspending."""
    async def down(depth):
        return 0 if depth == 0 else 1 + await down(depth - 1)

    total = 0
    for _ in range(turns):
        total += await down(DEPTH)
    return total


async def main():
    print(await asyncio.gather(chain(DEPTH), chain(DEPTH)), await calls(5_000))


asyncio.run(main())
