# An exception that leaves nested loops over generators ends the inner one first, also where the frame had been suspended.
import asyncio
def inner(n):
    try:
        yield n
        yield n
    finally:
        print("ended", n)
async def counted(n):
    try:
        yield n
        await asyncio.sleep(0)
        yield n
    finally:
        print("ended", n)
def outer():
    for a in inner(1):
        for b in inner(2):
            yield a, b
            raise KeyError("outer")
async def both():
    async for a in counted(3):
        async for b in counted(4):
            await asyncio.sleep(0)
            raise KeyError("both")
it = outer()
print(next(it))
try:
    next(it)
except KeyError as error:
    print(error)
async def main():
    try:
        await both()
    except KeyError as error:
        print(error)
asyncio.run(main())
