# Too late: the task is cancelled, TimeoutError is raised.
import asyncio
async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        raise
async def main():
    try:
        await asyncio.wait_for(slow(), 0.02)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), asyncio.TimeoutError is TimeoutError)
    task = asyncio.create_task(slow())
    try:
        await asyncio.wait_for(task, timeout=0.02)
    except asyncio.TimeoutError:
        print("late", task.cancelled())
asyncio.run(main())
