# A timeout can be moved.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0.02) as limit:
        limit.reschedule(loop.time() + 5)
        await asyncio.sleep(0.05)
        print("not expired")  # expect: not expired
    try:
        async with asyncio.timeout_at(loop.time() + 0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout_at")  # expect: timeout_at
asyncio.run(main())
