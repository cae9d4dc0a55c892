# reference: differs (waits for ever there)
# A thread that waits for a lock that nobody frees, a task that waits for the thread, and others for what is lost.
import asyncio
import threading


async def taker(lock, items):
    await lock.acquire()
    await items.get()


async def waiter(condition):
    async with condition:
        await condition.wait()


async def main():
    lock, items, between = asyncio.Lock(), asyncio.Queue(), threading.Lock()
    between.acquire()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(taker(lock, items), name='taker')
            group.create_task(lock.acquire(), name='late')
            group.create_task(waiter(asyncio.Condition()), name='waiter')
            group.create_task(asyncio.wait_for(asyncio.Event().wait(), None), name='event')
            group.create_task(asyncio.to_thread(between.acquire), name='thread')
    finally:
        print('ends')  # expect: ends
        between.release()


asyncio.run(main())
