# options: --clock=virtual
# So does a loop that reads the clock turn after turn, while nothing else is to be done.
# reference: differs (it has no virtual clock)
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    end = loop.time() + 2
    while loop.time() < end:
        await asyncio.sleep(0)
    print('over')  # expect: over


asyncio.run(main())
