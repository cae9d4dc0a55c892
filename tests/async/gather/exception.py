# The first exception goes out at once; the others go on.
import asyncio
async def bad():
    await asyncio.sleep(0.01)
    raise ValueError("bad")
async def good():
    await asyncio.sleep(0.04)
    print("good finishes")
    return "good"
async def main():
    try:
        await asyncio.gather(bad(), good())
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.06)
asyncio.run(main())
