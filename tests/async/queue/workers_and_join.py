# Workers, task_done and join.
import asyncio
async def worker(name, queue, results):
    while True:
        item = await queue.get()
        await asyncio.sleep(item / 100)
        results.append((name, item))
        queue.task_done()
async def main():
    queue, results = asyncio.Queue(), []
    for item in (2, 5, 4):
        queue.put_nowait(item)
    workers = [asyncio.create_task(worker(n, queue, results)) for n in "ab"]
    await queue.join()
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))  # expect: [CancelledError(''), CancelledError('')]
    print(results)  # expect: [('a', 2), ('b', 5), ('a', 4)]
    try:
        queue.task_done()
    except ValueError as error:
        print(error)  # expect: task_done() called too many times
asyncio.run(main())
