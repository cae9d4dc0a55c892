# await in a class's decorator: what stands before it is evaluated first, once; then the task is cancelled there.
import asyncio

def log(value):
    print("eval", value if not callable(value) else value.__name__)
    return value

async def pause(value):
    print("pause")
    await asyncio.sleep(0)
    print("resume")
    return value

class Base:
    def __init_subclass__(cls, tag=None):
        cls.tag = tag

def wrap(thing):
    print("wrap", thing.__name__ if hasattr(thing, "__name__") else thing)
    def wrapped(*args):
        return "wrapped"
    return wrapped

async def place():
    @await pause(wrap)
    @log(wrap)
    class C(log(Base)):
        print("body")
    print(C())

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
