# The loop's clock advances by what is slept.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.sleep(0.05)
    elapsed = loop.time() - start
    print(0.049 <= elapsed < 1)  # expect: True
asyncio.run(main())
