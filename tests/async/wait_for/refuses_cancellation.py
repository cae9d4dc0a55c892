# A coroutine that takes its time with the cancellation is waited for.
import asyncio
async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(0.02)
        print("finally finished")  # expect: finally finished
        return "late result"
async def main():
    try:
        print(await asyncio.wait_for(slow(), 0.01))  # expect: late result
    except TimeoutError:
        print("timeout")
asyncio.run(main())
