# A semaphore lets a number through.
import asyncio
async def work(name, semaphore):
    async with semaphore:
        print(name, "in")
        await asyncio.sleep(0.02)
    print(name, "out")
async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[work(n, semaphore) for n in "abc"])
    print(semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
asyncio.run(main())
