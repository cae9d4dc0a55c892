# Two activations of one coroutine function keep their own state.
import asyncio
async def accumulate(name, values):
    total = 0
    for v in values:
        total += v
        await asyncio.sleep(0)
        print(name, total)
        # expect: a 1
        # expect: b 10
        # expect: a 3
        # expect: b 30
        # expect: a 6
    return total
async def main():
    print(await asyncio.gather(accumulate("a", [1, 2, 3]), accumulate("b", [10, 20])))  # expect: [6, 30]
asyncio.run(main())
