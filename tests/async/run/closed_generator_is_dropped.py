# An async generator that has ignored aclose() is not closed by the loop again.
import asyncio


async def ignoring():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def main():
    generator = ignoring()
    await generator.asend(None)
    try:
        await generator.aclose()
    except RuntimeError as error:
        print(error)  # expect: async generator ignored GeneratorExit


asyncio.run(main())
