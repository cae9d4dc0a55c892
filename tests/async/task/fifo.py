# Tasks take turns, first in, first out.
import asyncio
async def f(name):
    for step in range(3):
        print(name, step)
        # expect: a 0
        # expect: b 0
        # expect: c 0
        # expect: a 1
        # expect: b 1
        # expect: c 1
        # expect: a 2
        # expect: b 2
        # expect: c 2
        await asyncio.sleep(0)
async def main():
    tasks = [asyncio.create_task(f(name)) for name in "abc"]
    for task in tasks:
        await task
    print("end")  # expect: end
asyncio.run(main())
