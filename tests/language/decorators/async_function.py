# A decorator around an async function.
import asyncio
def logged(f):
    async def wrapper(*args):
        print("before", args)  # expect: before (2, 3)
        result = await f(*args)
        print("after", result)  # expect: after 5
        return result
    return wrapper
@logged
async def add(a, b):
    await asyncio.sleep(0)
    return a + b
print(asyncio.run(add(2, 3)))  # expect: 5
