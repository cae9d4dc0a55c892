# Results come in the order of the arguments.
import asyncio
async def f(x, delay):
    await asyncio.sleep(delay)
    print("done", x)
    # expect: done c
    # expect: done b
    # expect: done a
    return x
async def main():
    print(await asyncio.gather(f("a", 0.05), f("b", 0.02), f("c", 0)))  # expect: ['a', 'b', 'c']
    print(await asyncio.gather())  # expect: []
asyncio.run(main())
