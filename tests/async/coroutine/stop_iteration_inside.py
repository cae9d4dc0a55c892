# A StopIteration inside a coroutine becomes a RuntimeError.
import asyncio
async def f():
    raise StopIteration
async def main():
    try:
        await f()
    except RuntimeError as error:
        print(error, repr(error.__cause__))  # expect: coroutine raised StopIteration StopIteration()
asyncio.run(main())
