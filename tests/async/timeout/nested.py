# The outer timeout passes through the inner.
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.02):
            try:
                async with asyncio.timeout(5):
                    await asyncio.sleep(10)
            except TimeoutError:
                print("never")
    except TimeoutError:
        print("outer")  # expect: outer
asyncio.run(main())
