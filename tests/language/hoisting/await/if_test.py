# await in the test of an if: what stands before it is evaluated first, once; then the task is cancelled there.
import asyncio

def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

async def pause(value):
    print("pause")
    await asyncio.sleep(0)
    print("resume")
    return value

async def place():
    if await pause(0):
        print("yes")
    else:
        print("no")
    if log(0):
        print("never")
    elif await pause(0):
        print("never")
    elif not await pause(0):
        print("third")

async def main():
    try:
        print("returned", await place())
    except Exception as error:
        print("raised", repr(error), repr(error.__cause__))
    print("-- cancelled there")
    task = asyncio.create_task(place())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
