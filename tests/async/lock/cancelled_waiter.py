# A waiter that is cancelled gives its place to the next.
import asyncio
async def work(name, lock):
    async with lock:
        print(name)
        # expect: a
        # expect: c
        await asyncio.sleep(0.01)
async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(work(n, lock)) for n in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))  # expect: [None, CancelledError(''), None]
asyncio.run(main())
