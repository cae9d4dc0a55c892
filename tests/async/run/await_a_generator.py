# A generator is no awaitable.
import asyncio
def g():
    yield
async def main():
    try:
        await g()
    except TypeError as error:
        print(error)  # expect: object generator can't be used in 'await' expression
    async def twice(): return 1
    coroutine = twice()
    print(await coroutine)  # expect: 1
    try:
        await coroutine
    except RuntimeError as error:
        print(error)  # expect: cannot reuse already awaited coroutine
asyncio.run(main())
