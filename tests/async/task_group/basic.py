# A task group waits for all its tasks.
import asyncio
async def f(x, delay):
    await asyncio.sleep(delay)
    print("done", x)
    return x
async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(f("a", 0.03))
        b = group.create_task(f("b", 0.01), name="named")
        print("body ends", b.get_name())
    print(a.result(), b.result())
asyncio.run(main())
