# await in the argument of a function that is rebound meanwhile: what stands before it is evaluated first, once; then the task is cancelled there.
import asyncio

def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

async def pause(value):
    print("pause")
    await asyncio.sleep(0)
    print("resume")
    return value

shared = "old"
def target(x):
    return f"old target of {x}"
def rebind():
    global shared, target
    shared = "new"
    target = lambda x: f"new target of {x}"
    return "rebound"

async def place():
    print(target(1), target(await pause(rebind())), target(2))

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
