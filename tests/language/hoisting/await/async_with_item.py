# await in the manager of an async with: what stands before it is evaluated first, once; then the task is cancelled there.
import asyncio

def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

async def pause(value):
    print("pause")
    await asyncio.sleep(0)
    print("resume")
    return value

class AsyncManager:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        print("enter", self.name)
        return await pause(self.name)
    async def __aexit__(self, kind, value, traceback):
        await pause("leaving " + self.name)
        print("exit", self.name, kind and kind.__name__)

async def place():
    async with await pause(AsyncManager("hole")) as a, AsyncManager("b") as b:
        print("body", a, b)

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
