# Tasks left behind are cancelled when run ends, and their finally blocks run.
import asyncio
async def background(name):
    try:
        print(name, "starts")
        await asyncio.sleep(100)
        print("never")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "finally")
async def main():
    asyncio.create_task(background("a"))
    asyncio.create_task(background("b"))
    await asyncio.sleep(0)
    print("main ends")
asyncio.run(main())
print("after run")
