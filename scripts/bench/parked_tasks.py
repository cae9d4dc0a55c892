"""A hundred thousand tasks that wait. The runner looks at the memory when the first line has come."""
import asyncio
import time


async def parked(a, b, c, d):
    total = a + b
    await asyncio.sleep(1000)
    return total + c + d


async def main():
    tasks = [asyncio.create_task(parked(n, 2, 3, 4)) for n in range(100_000)]
    await asyncio.sleep(0)
    print(len(tasks), "tasks wait", flush=True)
    time.sleep(0.2)
    for task in tasks:
        task.cancel()


asyncio.run(main())
