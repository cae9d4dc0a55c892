# With no time at all only what is done counts.
import asyncio
async def f(): return 1
async def main():
    try:
        print(await asyncio.wait_for(f(), 0))
    except TimeoutError:
        print("timeout")  # expect: timeout
    task = asyncio.create_task(f())
    await asyncio.sleep(0)
    print(await asyncio.wait_for(task, 0))  # expect: 1
    try:
        await asyncio.wait_for(asyncio.sleep(1), -1)
    except TimeoutError:
        print("timeout")  # expect: timeout
asyncio.run(main())
