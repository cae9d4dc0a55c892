# reference: differs (waits for ever there)
# Tasks that await each other cannot even be cancelled: cancelling one asks the next, round and round.
import asyncio


async def waits(other):
    await other[0]


async def main():
    box = []
    a = asyncio.create_task(waits(box), name='a')
    b = asyncio.create_task(waits([a]), name='b')
    box.append(b)
    await asyncio.sleep(0)
    try:
        a.cancel()
    except RecursionError as e:
        print(e)  # expect: maximum recursion depth exceeded
    await asyncio.gather(a, b)


asyncio.run(main())
