# await in a captured variable that changes meanwhile: what stands before it is evaluated first, once; then the task is cancelled there.
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
    n = 1
    def bump():
        nonlocal n
        n += 100
        return n
    print(n + len([await pause(5), bump()]), n)
    n += len([await pause(5), bump()])
    print(n)

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
