# Timers that are due come after what is ready.
import asyncio
async def spin():
    for i in range(3):
        print("spin", i)
        # expect: spin 0
        # expect: spin 1
        # expect: spin 2
        await asyncio.sleep(0)
async def timed():
    await asyncio.sleep(0.01)
    print("timer")  # expect: timer
async def main():
    await asyncio.gather(timed(), spin())
asyncio.run(main())
