# A task cancelled before its first turn does not start.
import asyncio
async def work():
    print("never")
async def main():
    task = asyncio.create_task(work())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")  # expect: cancelled
asyncio.run(main())
