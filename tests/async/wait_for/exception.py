# The awaitable's own exception passes through.
import asyncio
async def bad():
    await asyncio.sleep(0)
    raise ValueError("own")
async def main():
    try:
        await asyncio.wait_for(bad(), 1)
    except ValueError as error:
        print(error)  # expect: own
asyncio.run(main())
