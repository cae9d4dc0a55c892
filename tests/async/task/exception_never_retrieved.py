# An exception that nobody asks for is reported when the task goes.
import asyncio
async def bad():
    raise ValueError("lost")
async def main():
    asyncio.create_task(bad(), name="loser")
    await asyncio.sleep(0.01)
    print("main ends")  # expect: main ends
asyncio.run(main())
