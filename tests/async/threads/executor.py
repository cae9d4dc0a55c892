import asyncio
import concurrent.futures
import threading
import time


def work(seconds):
    time.sleep(seconds)
    return seconds


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 0.01))  # expect: 0.01
    with concurrent.futures.ThreadPoolExecutor(max_workers=2, thread_name_prefix="mine") as pool:
        names = await asyncio.gather(
            *[loop.run_in_executor(pool, lambda: (time.sleep(0.02), threading.current_thread().name)[1]) for _ in range(4)])
        print(sorted(set(names)))  # expect: ['mine_0', 'mine_1']
        begin = loop.time()
        await asyncio.gather(*[loop.run_in_executor(pool, work, 0.05) for _ in range(4)])
        print(loop.time() - begin > 0.095)  # expect: True
    try:
        loop.set_default_executor("no")
    except TypeError as error:
        print(error)  # expect: executor must be ThreadPoolExecutor instance
    pool = concurrent.futures.ThreadPoolExecutor(1)
    loop.set_default_executor(pool)
    future = loop.run_in_executor(None, work, 0)
    print(type(future).__name__, isinstance(future, asyncio.Future))  # expect: Future True
    await future
    wrapped = asyncio.wrap_future(pool.submit(work, 0.01))
    print(await wrapped)  # expect: 0.01
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, work, 0)
    except RuntimeError as error:
        print(error)  # expect: Executor shutdown has been called


asyncio.run(main())

try:
    asyncio.wrap_future("x")
except AssertionError as error:
    print(error)  # expect: concurrent.futures.Future is expected, got 'x'
