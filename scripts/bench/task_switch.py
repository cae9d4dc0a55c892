"""A thousand tasks that each give way a thousand times."""
import asyncio

TASKS = TURNS = 1000


async def work():
    for _ in range(TURNS):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[work() for _ in range(TASKS)])
    print(TASKS * TURNS, "switches")


asyncio.run(main())
