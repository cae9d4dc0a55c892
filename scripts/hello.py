"""The smallest asynchronous program: one coroutine, run to its end."""
import asyncio


async def main():
    print("hello")
    await asyncio.sleep(0.5)
    print("... and goodbye")


if __name__ == "__main__":
    asyncio.run(main())
