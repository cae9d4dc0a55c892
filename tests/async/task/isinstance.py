# Tasks are futures.
import asyncio
async def f(): pass
async def main():
    task = asyncio.create_task(f())
    print(isinstance(task, asyncio.Task), isinstance(task, asyncio.Future), asyncio.isfuture(task), asyncio.iscoroutine(task), asyncio.iscoroutinefunction(f))  # expect: True True True False True
    await task
    print(asyncio.ensure_future(task) is task)  # expect: True
    other = asyncio.ensure_future(f())
    print(type(other).__name__)  # expect: Task
    await other
asyncio.run(main())
