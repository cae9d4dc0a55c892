# A task that cancels itself is cancelled at its next await.
import asyncio
async def work():
    asyncio.current_task().cancel()
    print("still running")  # expect: still running
    await asyncio.sleep(0)
    print("never")
async def main():
    try:
        await asyncio.create_task(work())
    except asyncio.CancelledError:
        print("cancelled")  # expect: cancelled
asyncio.run(main())
