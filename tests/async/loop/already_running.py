# A running loop cannot be run again, nor closed.
import asyncio
async def f(): pass
async def main():
    loop = asyncio.get_running_loop()
    coroutine = f()
    try:
        loop.run_until_complete(coroutine)
    except RuntimeError as error:
        print(error)  # expect: This event loop is already running
    coroutine.close()
    try:
        loop.close()
    except RuntimeError as error:
        print(error)  # expect: Cannot close a running event loop
asyncio.run(main())
