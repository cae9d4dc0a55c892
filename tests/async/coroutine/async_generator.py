# Asynchronous generators.
import asyncio
async def count(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("finally")
async def main():
    async for x in count(3):
        print(x)
    print([x async for x in count(2)], {x: x async for x in count(2)}, [x async for x in count(4) if x % 2])
    g = count(5)
    print(await g.__anext__(), await anext(g), await g.asend(None))
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration as error:
        print(repr(error))
    print(await anext(g, "default"))
asyncio.run(main())
