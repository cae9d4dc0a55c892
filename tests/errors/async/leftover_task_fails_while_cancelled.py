# A task left behind that fails when it is cancelled.
import asyncio
async def background():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("while cleaning up")
async def main():
    asyncio.create_task(background(), name="background")
    await asyncio.sleep(0)
asyncio.run(main())
print("after")
