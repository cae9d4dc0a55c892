# Coroutines, tasks and futures mix; repr and done.
import asyncio
async def f(x):
    return x
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "future")
    group = asyncio.gather(f(1), asyncio.create_task(f(2)), future)
    print(group.done(), type(group).__name__)  # expect: False _GatheringFuture
    print(await group, group.done(), group.result())  # expect: [1, 2, 'future'] True [1, 2, 'future']
asyncio.run(main())
