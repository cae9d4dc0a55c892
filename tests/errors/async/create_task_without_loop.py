# create_task outside a loop.
# reference: differs (the frames of its library hold the coroutine until the end)
import asyncio
async def work():
    pass
asyncio.create_task(work())
