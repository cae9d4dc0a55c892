# run takes debug by keyword only.
import asyncio
async def main():
    return asyncio.get_running_loop().get_debug()
print(asyncio.run(main(), debug=False))  # expect: False
coroutine = main()
try:
    asyncio.run(coroutine, False)
except TypeError as error:
    print(error)  # expect: run() takes 1 positional argument but 2 were given
coroutine.close()
