# as_completed gives results as they come.
import asyncio
async def f(x):
    await asyncio.sleep(x / 100)
    return x
async def main():
    for next_one in asyncio.as_completed([f(5), f(1), f(3)]):
        print(await next_one)
        # expect: 1
        # expect: 3
        # expect: 5
    async for task in asyncio.as_completed([f(4), f(2)]):
        print(task.result())
        # expect: 2
        # expect: 4
asyncio.run(main())
