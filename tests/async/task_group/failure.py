# A failure cancels the others and comes out in a group.
import asyncio
async def bad():
    await asyncio.sleep(0.01)
    raise ValueError("bad")
async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled")  # expect: slow cancelled
        raise
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            group.create_task(bad())
            await asyncio.sleep(5)
            print("never")
    except* ValueError as caught:
        print(repr(caught))  # expect: ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('bad')])
asyncio.run(main())
