# Several tasks may wait for one.
import asyncio
async def work():
    await asyncio.sleep(0.01)
    return "shared"
async def wait(name, task):
    print(name, await task)
    # expect: a shared
    # expect: b shared
    # expect: c shared
async def main():
    task = asyncio.create_task(work())
    await asyncio.gather(wait("a", task), wait("b", task), wait("c", task))
asyncio.run(main())
