# An exception passes through awaiting coroutines and their handlers.
import asyncio
async def bottom():
    await asyncio.sleep(0)
    raise LookupError("deep")
async def middle():
    try:
        await bottom()
    finally:
        print("middle")  # expect: middle
async def top():
    try:
        await middle()
    except LookupError as error:
        await asyncio.sleep(0)
        print("top", error)  # expect: top deep
        raise RuntimeError("new") from error
async def main():
    try:
        await top()
    except RuntimeError as error:
        print(error, repr(error.__cause__))  # expect: new LookupError('deep')
asyncio.run(main())
