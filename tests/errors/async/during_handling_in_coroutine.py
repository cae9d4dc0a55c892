# Context across an await.
import asyncio
async def recover():
    await asyncio.sleep(0)
    raise KeyError("recovery failed")
async def main():
    try:
        1 / 0
    except ZeroDivisionError:
        await recover()
asyncio.run(main())
