# await in the body of a with: what stands before it is evaluated first, once; then the task is cancelled there.
import asyncio

def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

async def pause(value):
    print("pause")
    await asyncio.sleep(0)
    print("resume")
    return value

class Manager:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return f"Manager({self.name!r})"
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)

async def place():
    with Manager("a"), Manager("b") as b:
        print("body", b, await pause("hole"))
    with Manager("c"):
        return await pause("hole")

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
