# Many tasks made in a comprehension.
import asyncio
async def square(x):
    await asyncio.sleep(0)
    return x * x
async def main():
    tasks = [asyncio.create_task(square(i)) for i in range(6)]
    print([await task for task in tasks])  # expect: [0, 1, 4, 9, 16, 25]
asyncio.run(main())
