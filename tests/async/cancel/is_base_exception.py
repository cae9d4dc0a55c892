# `except Exception` does not catch a cancellation.
import asyncio
async def work():
    try:
        await asyncio.sleep(10)
    except Exception:
        print("never")
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except BaseException as error:
        print(repr(error), isinstance(error, Exception))  # expect: CancelledError() False
asyncio.run(main())
