# Cancelling the gathering cancels its children.
import asyncio
async def f(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
async def main():
    both = asyncio.gather(f("a"), f("b"))
    await asyncio.sleep(0)
    print(both.cancel())
    try:
        await both
    except asyncio.CancelledError:
        print("gather cancelled", both.cancelled())
asyncio.run(main())
