# put_nowait and get_nowait.
import asyncio
async def main():
    queue = asyncio.Queue(maxsize=1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))  # expect: QueueEmpty()
    queue.put_nowait("a")
    try:
        queue.put_nowait("b")
    except asyncio.QueueFull as error:
        print(repr(error))  # expect: QueueFull()
    print(queue.get_nowait(), queue.qsize())  # expect: a 0
asyncio.run(main())
