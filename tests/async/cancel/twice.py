# A second cancel() arrives in the cleaning up.
import asyncio
async def work():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("again")
            raise
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    print(task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", repr(error.__context__))
asyncio.run(main())
