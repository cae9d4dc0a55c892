# await runs a coroutine on the spot.
import asyncio
async def c(x):
    return x * 2
async def b(x):
    return await c(x) + 1
async def a(x):
    first = await b(x)
    second = await b(first)
    return first, second
print(asyncio.run(a(5)))  # expect: (11, 23)
