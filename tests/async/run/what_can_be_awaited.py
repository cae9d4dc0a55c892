# Only awaitables can be awaited.
import asyncio
class Custom:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "custom"
class Bad:
    def __await__(self): return 5
async def main():
    print(await Custom())  # expect: custom
    for value in (5, None, "a", [], main, Bad()):
        try:
            await value
        except TypeError as error:
            print(error)
            # expect: object int can't be used in 'await' expression
            # expect: object NoneType can't be used in 'await' expression
            # expect: object str can't be used in 'await' expression
            # expect: object list can't be used in 'await' expression
            # expect: object function can't be used in 'await' expression
            # expect: __await__() returned non-iterator of type 'int'
asyncio.run(main())
