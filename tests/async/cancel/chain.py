# The cancellation reaches the innermost awaited task.
import asyncio
async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner")  # expect: inner
        raise
async def middle():
    try:
        await inner()
    finally:
        print("middle")  # expect: middle
async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer")  # expect: outer
        raise
async def main():
    task = asyncio.create_task(middle())
    waiter = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiter.cancel()
    print(await asyncio.gather(waiter, task, return_exceptions=True))  # expect: [CancelledError(''), CancelledError('')]
asyncio.run(main())
