# asyncio.wait gives two sets.
import asyncio
async def f(x):
    await asyncio.sleep(x / 100)
    return x
async def main():
    tasks = [asyncio.create_task(f(x)) for x in (1, 4)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))  # expect: [1] 1
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), pending)  # expect: [1, 4] set()
    slow = asyncio.create_task(f(1000))
    done, pending = await asyncio.wait([slow], timeout=0.01)
    print(done, len(pending))  # expect: set() 1
    slow.cancel()
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)  # expect: Set of Tasks/Futures is empty.
    coroutine = f(1)
    try:
        await asyncio.wait([coroutine])
    except TypeError as error:
        print(error)  # expect: Passing coroutines is forbidden, use tasks explicitly.
    coroutine.close()
asyncio.run(main())
