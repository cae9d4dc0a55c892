# What is queued while a turn runs waits for the next turn.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    def first():
        print("first")
        loop.call_soon(print, "queued by first")
    loop.call_soon(first)
    loop.call_soon(print, "second")
    await asyncio.sleep(0)
    print("main, one turn later")
    await asyncio.sleep(0)
    print("main, two turns later")
asyncio.run(main())
