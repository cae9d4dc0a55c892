# Three stages joined by queues.
import asyncio
async def stage(name, source, target, change):
    while True:
        item = await source.get()
        if item is None:
            await target.put(None)
            print(name, "ends")
            # expect: double ends
            # expect: text ends
            return
        await target.put(change(item))
async def main():
    a, b, c = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue()
    tasks = [asyncio.create_task(stage("double", a, b, lambda x: x * 2)), asyncio.create_task(stage("text", b, c, str))]
    for x in (1, 2, 3, None):
        await a.put(x)
    results = []
    while (item := await c.get()) is not None:
        results.append(item)
    print(results)  # expect: ['2', '4', '6']
    await asyncio.gather(*tasks)
asyncio.run(main())
