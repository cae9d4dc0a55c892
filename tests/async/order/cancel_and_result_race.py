# A result and a cancellation in the same turn.
import asyncio
async def wait(future):
    try:
        print("result", await future)
        await asyncio.sleep(0)
        print("finished")
    except asyncio.CancelledError:
        print("cancelled")  # expect: cancelled
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(wait(future))
    await asyncio.sleep(0)
    future.set_result(1)
    task.cancel()
    await task
    print(task.cancelled())  # expect: False
asyncio.run(main())
