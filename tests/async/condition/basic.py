# A condition wakes its waiters.
import asyncio
async def consumer(name, condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, items.pop())
        # expect: a 2
        # expect: b 1
async def main():
    condition, items = asyncio.Condition(), []
    tasks = [asyncio.create_task(consumer(n, condition, items)) for n in "ab"]
    await asyncio.sleep(0)
    async with condition:
        items += [1, 2]
        condition.notify_all()
    await asyncio.gather(*tasks)
asyncio.run(main())
