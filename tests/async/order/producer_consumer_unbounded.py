# An unbounded queue: the producer does not wait.
import asyncio
async def main():
    queue = asyncio.Queue()
    async def produce():
        for i in range(3):
            await queue.put(i)
            print("put", i)
            # expect: put 0
            # expect: put 1
            # expect: put 2
    async def consume():
        for i in range(3):
            print("got", await queue.get())
            # expect: got 0
            # expect: got 1
            # expect: got 2
    await asyncio.gather(consume(), produce())
asyncio.run(main())
