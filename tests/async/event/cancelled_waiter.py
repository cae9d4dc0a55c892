# A cancelled waiter leaves the event alone.
import asyncio
async def main():
    event = asyncio.Event()
    task = asyncio.create_task(event.wait())
    other = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    event.set()
    print(await other, task.cancelled())  # expect: True True
asyncio.run(main())
