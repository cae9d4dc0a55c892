# create_task outside a loop.
import asyncio
async def work():
    pass
asyncio.create_task(work())
