# A finally block may await while the cancellation is on its way.
import asyncio
async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("begin cleaning")
        await asyncio.sleep(0.01)
        print("end cleaning")
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    print("requested")
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
asyncio.run(main())
