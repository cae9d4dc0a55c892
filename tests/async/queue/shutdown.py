# A queue that is shut down gives out what it has, then raises.
import asyncio
async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.shutdown()
    print(await queue.get())  # expect: 1
    for call in (queue.get, lambda: queue.put(2)):
        try:
            await call()
        except asyncio.QueueShutDown as error:
            print(repr(error))
            # expect: QueueShutDown()
            # expect: QueueShutDown()
asyncio.run(main())
