# The same awaitable twice runs once.
import asyncio
async def f():
    print("once")  # expect: once
    return 1
async def main():
    coroutine = f()
    print(await asyncio.gather(coroutine, coroutine))  # expect: [1, 1]
asyncio.run(main())
