# Endless awaiting ends in a RecursionError.
import asyncio
async def forever():
    await forever()
try:
    asyncio.run(forever())
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
