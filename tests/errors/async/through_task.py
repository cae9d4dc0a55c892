# An error that comes through a task.
import asyncio
async def work():
    {}["missing"]
async def main():
    task = asyncio.create_task(work())
    await task
asyncio.run(main())
