# A shield does not hold when the inner task itself is cancelled.
import asyncio
async def work(): await asyncio.sleep(10)
async def main():
    task = asyncio.create_task(work())
    shield = asyncio.shield(task)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await shield
    except asyncio.CancelledError:
        print("cancelled", shield.cancelled())  # expect: cancelled True
asyncio.run(main())
