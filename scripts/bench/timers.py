"""Many sleepers with many deadlines, and timeouts that are set and taken back."""
import asyncio


async def sleeper(n):
    for i in range(5):
        await asyncio.sleep((n * 37 + i * 11) % 50 / 100_000)
    return n


async def guarded(n):
    total = 0
    for i in range(n):
        total += await asyncio.wait_for(asyncio.sleep(0, i), timeout=60)
    return total


async def main():
    print(sum(await asyncio.gather(*[sleeper(n) for n in range(20_000)])))
    print(sum(await asyncio.gather(*[guarded(100) for _ in range(100)])))


asyncio.run(main())
