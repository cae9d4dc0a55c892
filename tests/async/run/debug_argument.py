# run takes debug by keyword only.
import asyncio
async def main():
    return asyncio.get_running_loop().get_debug()
print(asyncio.run(main(), debug=False))  # expect: False
coroutine = main()
try:
    asyncio.run(coroutine, False)
except TypeError:
    print("refused")  # expect: refused
coroutine.close()
