# A cancelled child raises CancelledError in the gatherer.
import asyncio
async def f():
    await asyncio.sleep(1)
async def main():
    task = asyncio.create_task(f())
    asyncio.get_running_loop().call_later(0.01, task.cancel)
    try:
        await asyncio.gather(task)
    except asyncio.CancelledError:
        print("cancelled")  # expect: cancelled
    again = asyncio.create_task(f())
    asyncio.get_running_loop().call_later(0.01, again.cancel)
    print(await asyncio.gather(again, return_exceptions=True))  # expect: [CancelledError('')]
asyncio.run(main())
