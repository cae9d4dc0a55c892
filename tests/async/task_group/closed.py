# A group that has ended takes no more tasks.
import asyncio
async def f(): pass
async def main():
    async with asyncio.TaskGroup() as group:
        pass
    coroutine = f()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(str(error).split("<")[0], "finished" in str(error))  # expect: TaskGroup  True
    coroutine.close()
asyncio.run(main())
