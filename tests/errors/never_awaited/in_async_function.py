# A forgotten await inside a coroutine.
import asyncio
async def save(x):
    print("saving", x)
async def main():
    save(1)
    print("saved?")
asyncio.run(main())
