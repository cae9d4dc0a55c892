# create_task wants a coroutine and a running loop.
import asyncio
async def f(): pass
async def main():
    for value in (5, f, asyncio.get_running_loop().create_future()):
        try:
            asyncio.create_task(value)
        except TypeError as error:
            print(str(error).split(" at 0x")[0].split("<Future")[0])
asyncio.run(main())
coroutine = f()
try:
    asyncio.create_task(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()
