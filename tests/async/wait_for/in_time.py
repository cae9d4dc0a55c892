# wait_for gives the result when it comes in time.
import asyncio
async def f(delay):
    await asyncio.sleep(delay)
    return "result"
async def main():
    print(await asyncio.wait_for(f(0.01), 1))  # expect: result
    print(await asyncio.wait_for(f(0), None))  # expect: result
    print(await asyncio.wait_for(asyncio.create_task(f(0.01)), timeout=1))  # expect: result
asyncio.run(main())
