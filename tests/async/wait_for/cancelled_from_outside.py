# Cancelling the waiter cancels what it waits for.
import asyncio
async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner cancelled")  # expect: inner cancelled
        raise
async def waiter():
    await asyncio.wait_for(slow(), 5)
async def main():
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")  # expect: cancelled
asyncio.run(main())
