# reference: differs (waits for ever there)
# Who holds what another one waits for, and the circle that they make.
import asyncio


async def first(a, b):
    async with a:
        await asyncio.sleep(0)
        async with b:
            pass


async def inner(a):
    async with a:
        pass


async def second(a, b):
    try:
        async with b:
            await asyncio.sleep(0)
            await inner(a)
    finally:
        print('ends')  # expect: ends


async def main():
    a, b = asyncio.Lock(), asyncio.Semaphore(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(first(a, b), name='one')
        group.create_task(second(a, b), name='two')


asyncio.run(main())
