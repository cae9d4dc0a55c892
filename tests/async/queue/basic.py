# Items go through in order.
import asyncio
async def producer(queue):
    for i in range(4):
        await queue.put(i)
        print("put", i)
    await queue.put(None)
async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
async def main():
    queue = asyncio.Queue(2)
    await asyncio.gather(producer(queue), consumer(queue))
    print(queue.qsize(), queue.empty(), queue.full(), queue.maxsize)
asyncio.run(main())
