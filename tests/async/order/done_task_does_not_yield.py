# Awaiting a finished task gives nobody a turn.
import asyncio
async def f(): return 1
async def other():
    print("other")
async def main():
    done = asyncio.create_task(f())
    await done
    task = asyncio.create_task(other())
    await done
    print("first")
    await task
asyncio.run(main())
