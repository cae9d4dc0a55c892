# uncancel() takes back a request.
import asyncio
async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        print(task.cancelling(), task.uncancel(), task.cancelling())  # expect: 1 0 0
    await asyncio.sleep(0)
    return "done"
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)  # expect: done
asyncio.run(main())
