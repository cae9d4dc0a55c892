# A task that never got its turn runs not at all.
import asyncio
async def background():
    print("started")
    await asyncio.sleep(0)
    print("never")
async def main():
    asyncio.create_task(background())
    print("main ends")
asyncio.run(main())
print("after")
