"""A hundred thousand tasks created, run and gathered."""
import asyncio


async def work(n):
    return n % 7


async def main():
    results = await asyncio.gather(*[work(n) for n in range(100_000)])
    tasks = [asyncio.create_task(work(n)) for n in range(100_000)]
    print(sum(results), sum([await task for task in tasks]))


asyncio.run(main())
