# A task starts at the next turn.
import asyncio
async def f(x):
    print("task", x)
    return x * 2
async def main():
    task = asyncio.create_task(f(5))
    print("created", task.done())
    print(await task, task.done(), task.result())
    print(await task)
asyncio.run(main())
