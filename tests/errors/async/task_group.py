# A task group that fails.
import asyncio
async def bad(n):
    raise ValueError(f"task {n}")
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(bad(1))
        group.create_task(bad(2))
asyncio.run(main())
