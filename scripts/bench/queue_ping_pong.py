"""Two tasks that send one item to and fro through queues, and a bounded queue between many."""
import asyncio


async def player(mine, other, turns):
    total = 0
    for _ in range(turns):
        ball = await mine.get()
        total += ball
        await other.put(ball + 1)
    return total


async def producer(queue, items):
    for i in range(items):
        await queue.put(i)


async def consumer(queue, items):
    total = 0
    for _ in range(items):
        total += await queue.get()
        queue.task_done()
    return total


async def main():
    a, b = asyncio.Queue(), asyncio.Queue()
    a.put_nowait(0)
    print(await asyncio.gather(player(a, b, 50_000), player(b, a, 50_000)))
    queue = asyncio.Queue(10)
    jobs = [producer(queue, 2_000) for _ in range(20)] + [consumer(queue, 2_000) for _ in range(20)]
    results = await asyncio.gather(*jobs)
    print(sum(results[20:]))


asyncio.run(main())
