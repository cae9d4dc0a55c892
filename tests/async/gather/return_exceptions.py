# Exceptions as results.
import asyncio
async def f(x):
    await asyncio.sleep(0)
    if x < 0:
        raise ValueError(x)
    return x
async def main():
    print(await asyncio.gather(f(1), f(-1), f(2), f(-2), return_exceptions=True))  # expect: [1, ValueError(-1), 2, ValueError(-2)]
asyncio.run(main())
