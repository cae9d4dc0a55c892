# What cannot be gathered.
import asyncio
async def main():
    try:
        await asyncio.gather(5)
    except TypeError as error:
        print(error)  # expect: An asyncio.Future, a coroutine or an awaitable is required
asyncio.run(main())
