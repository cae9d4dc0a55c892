# set_exception takes a class too.
import asyncio
async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError)
    try:
        await future
    except KeyError as error:
        print(repr(error))  # expect: KeyError()
asyncio.run(main())
