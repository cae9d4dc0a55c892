# A task may refuse to be cancelled.
import asyncio
async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "still here"
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())  # expect: still here False 1
asyncio.run(main())
