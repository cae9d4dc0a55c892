"""Coroutines awaited fifty deep that never suspend: awaiting as calling."""
import asyncio

DEPTH, TURNS = 50, 10_000


async def down(depth):
    return 0 if depth == 0 else 1 + await down(depth - 1)


async def main():
    total = 0
    for _ in range(TURNS):
        total += await down(DEPTH)
    print(total)


asyncio.run(main())
