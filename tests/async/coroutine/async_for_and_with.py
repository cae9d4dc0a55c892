# The asynchronous protocols.
import asyncio
class Ticker:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
class Manager:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter")
        return self
    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        print("exit", kind)
        return kind is ValueError
async def main():
    async for x in Ticker(2):
        print(x)
    else:
        print("else")
    async with Manager() as m:
        print("body")
    async with Manager():
        raise ValueError
    try:
        async with 5: pass
    except TypeError as error:
        print(error)
    try:
        async for x in [1]: pass
    except TypeError as error:
        print(error)
asyncio.run(main())
