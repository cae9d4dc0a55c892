# A finished task cannot be cancelled.
import asyncio
async def f(): return 1
async def main():
    task = asyncio.create_task(f())
    await task
    print(task.cancel(), task.cancelled(), task.result())  # expect: False False 1
asyncio.run(main())
