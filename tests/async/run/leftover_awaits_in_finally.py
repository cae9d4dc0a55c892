# A cancelled task may await while it cleans up.
import asyncio
async def background():
    try:
        await asyncio.sleep(100)
    finally:
        print("cleaning")  # expect: cleaning
        await asyncio.sleep(0.01)
        print("clean")  # expect: clean
async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
asyncio.run(main())
print("after")  # expect: after
