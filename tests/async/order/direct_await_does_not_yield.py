# Awaiting a coroutine that does not suspend gives nobody a turn.
import asyncio
async def quick(): return 1
async def other(): print("other")
async def main():
    task = asyncio.create_task(other())
    for i in range(3):
        await quick()
    print("not yet")
    await asyncio.sleep(0)
    print("now")
    await task
asyncio.run(main())
