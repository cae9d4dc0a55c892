# An error in an awaited coroutine.
import asyncio
async def fetch(n):
    await asyncio.sleep(0)
    return 10 / n
async def main():
    print(await fetch(5))
    print(await fetch(0))
asyncio.run(main())
