# Methods may be coroutines.
import asyncio
class Service:
    def __init__(self): self.calls = 0
    async def call(self, x):
        self.calls += 1
        await asyncio.sleep(0)
        return x + self.calls
    @classmethod
    async def make(cls):
        await asyncio.sleep(0)
        return cls()
    @staticmethod
    async def add(a, b): return a + b
async def main():
    service = await Service.make()
    print(await asyncio.gather(service.call(10), service.call(20)), await Service.add(1, 2))  # expect: [12, 22] 3
asyncio.run(main())
