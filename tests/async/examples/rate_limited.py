# A limit on how many work at once.
import asyncio
active = peak = 0
async def job(i, semaphore):
    global active, peak
    async with semaphore:
        active += 1
        peak = max(peak, active)
        await asyncio.sleep(0.01)
        active -= 1
    return i
async def main():
    semaphore = asyncio.Semaphore(3)
    print(sum(await asyncio.gather(*[job(i, semaphore) for i in range(10)])), peak)  # expect: 45 3
asyncio.run(main())
