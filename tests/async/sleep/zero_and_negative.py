# sleep(0) and a negative sleep give way for one turn.
import asyncio
async def other():
    print("other 1")
    await asyncio.sleep(0)
    print("other 2")
async def main():
    task = asyncio.create_task(other())
    print("main 1")
    await asyncio.sleep(0)
    print("main 2")
    await asyncio.sleep(-1)
    print("main 3")
    await task
asyncio.run(main())
