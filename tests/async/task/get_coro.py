# A task knows its coroutine and loop.
import asyncio
async def f():
    await asyncio.sleep(0)
async def main():
    coroutine = f()
    task = asyncio.create_task(coroutine)
    print(task.get_coro() is coroutine, task.get_loop() is asyncio.get_running_loop(), coroutine.cr_running)  # expect: True True False
    await task
    print(coroutine.cr_frame)  # expect: None
asyncio.run(main())
