# Equal sleeps end in the order in which they began.
import asyncio
async def say(i):
    await asyncio.sleep(0.02)
    print(i)
    # expect: 0
    # expect: 1
    # expect: 2
    # expect: 3
    # expect: 4
async def main():
    await asyncio.gather(*[say(i) for i in range(5)])
asyncio.run(main())
