# asyncio.timeout limits a block.
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.02) as limit:
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout", limit.expired())  # expect: timeout True
    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0)
    print(limit.expired())  # expect: False
    async with asyncio.timeout(None) as limit:
        print(limit.when())  # expect: None
asyncio.run(main())
