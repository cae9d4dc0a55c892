# run gets the function in place of the coroutine.
import asyncio
async def main():
    pass
asyncio.run(main)
