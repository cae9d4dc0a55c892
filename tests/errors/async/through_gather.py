# An error that comes through gather.
import asyncio
async def work(n):
    if n == 2:
        raise ValueError(f"job {n} failed")
    return n
async def main():
    results = await asyncio.gather(*[work(n) for n in range(4)])
asyncio.run(main())
