# cancel() throws CancelledError where the task waits.
import asyncio
async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled inside")
        raise
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled outside", task.cancelled(), task.done(), task.cancel())
asyncio.run(main())
