# One holder at a time, in the order of asking.
import asyncio
async def work(name, lock):
    print(name, "asks")
    async with lock:
        print(name, "has it", lock.locked())
        await asyncio.sleep(0.01)
    print(name, "left")
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[work(n, lock) for n in "abc"])
    print(lock.locked(), "unlocked" in repr(lock))
asyncio.run(main())
