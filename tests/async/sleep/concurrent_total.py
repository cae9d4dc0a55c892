# Ten sleepers sleep together, not one after the other.
import asyncio, time
async def main():
    start = time.monotonic()
    await asyncio.gather(*[asyncio.sleep(0.05) for _ in range(10)])
    print(time.monotonic() - start < 0.4)  # expect: True
asyncio.run(main())
