# An error in a callback is reported and the loop goes on.
import asyncio
def broken():
    raise ValueError("in a callback")
async def main():
    asyncio.get_running_loop().call_soon(broken)
    await asyncio.sleep(0.01)
    print("still running")
asyncio.run(main())
