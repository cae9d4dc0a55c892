# await in the value of an augmented attribute: what stands before it is evaluated first, once; then the task is cancelled there.
import asyncio

def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

async def pause(value):
    print("pause")
    await asyncio.sleep(0)
    print("resume")
    return value

class Box:
    name = "box"
    def __repr__(self):
        return "Box()"
    def set(self, name, value):
        setattr(self, name, value)

box = Box()

async def place():
    box.n = 1
    log(box).n += await pause(5)
    print(box.n)

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
