# Getters are served in the order in which they came; a cancelled one is passed over.
import asyncio
async def get(name, queue):
    print(name, await queue.get())
    # expect: b 1
    # expect: c 2
async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(get(n, queue)) for n in "abc"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    for x in (1, 2):
        await queue.put(x)
    await asyncio.gather(*tasks, return_exceptions=True)
    print(tasks[0].cancelled(), "maxsize=0" in repr(queue))  # expect: True True
asyncio.run(main())
