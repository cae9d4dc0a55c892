# result() and exception() in every state.
import asyncio
async def good(): return 1
async def bad(): raise KeyError("k")
async def slow(): await asyncio.sleep(1)
async def main():
    for coroutine in (good, bad, slow):
        task = asyncio.create_task(coroutine())
        try:
            task.result()
        except asyncio.InvalidStateError as error:
            print(error)
        try:
            task.exception()
        except asyncio.InvalidStateError as error:
            print(error)
        await asyncio.sleep(0)
        if not task.done():
            task.cancel()
            await asyncio.sleep(0)
        for method in (task.result, task.exception):
            try:
                print(repr(method()))
            except BaseException as error:
                print("raises", repr(error))
asyncio.run(main())
