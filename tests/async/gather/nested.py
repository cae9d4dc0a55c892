# Gatherings nest.
import asyncio
async def f(x):
    await asyncio.sleep(0)
    print(x)
    # expect: 1
    # expect: 2
    # expect: 3
    return x
async def main():
    print(await asyncio.gather(asyncio.gather(f(1), f(2)), f(3), asyncio.gather()))  # expect: [[1, 2], 3, []]
asyncio.run(main())
