# Gathering what is done already.
import asyncio
async def f(x): return x
async def other(): print("other runs")  # expect: other runs
async def main():
    a = asyncio.create_task(f(1))
    await a
    asyncio.create_task(other())
    print(await asyncio.gather(a, f(2)))  # expect: [1, 2]
asyncio.run(main())
