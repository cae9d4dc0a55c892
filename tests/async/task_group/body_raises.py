# An exception in the body cancels the tasks.
import asyncio
async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaned")  # expect: cleaned
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            await asyncio.sleep(0)
            raise KeyError("body")
    except ExceptionGroup as caught:
        print(caught.exceptions)  # expect: (KeyError('body'),)
asyncio.run(main())
