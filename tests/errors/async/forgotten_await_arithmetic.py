# Arithmetic with a coroutine that was not awaited.
import asyncio
async def price():
    return 5
async def main():
    total = price() + 1
asyncio.run(main())
