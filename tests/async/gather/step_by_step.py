# Whose turn it is, step by step.
import asyncio
async def f(name, steps):
    for i in range(steps):
        print(name, i)
        # expect: a 0
        # expect: b 0
        # expect: c 0
        # expect: a 1
        # expect: c 1
        # expect: a 2
        await asyncio.sleep(0)
    return name
async def main():
    print(await asyncio.gather(f("a", 3), f("b", 1), f("c", 2)))  # expect: ['a', 'b', 'c']
asyncio.run(main())
