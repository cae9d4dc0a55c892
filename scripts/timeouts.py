"""Giving up after a while: wait_for, timeout, shield."""
import asyncio


async def slow_answer(seconds):
    try:
        await asyncio.sleep(seconds)
        return f"an answer after {seconds} s"
    except asyncio.CancelledError:
        print(f"  (the answer of {seconds} s was called off)")
        raise


async def main():
    print(await asyncio.wait_for(slow_answer(0.1), timeout=0.5))
    try:
        await asyncio.wait_for(slow_answer(5), timeout=0.2)
    except TimeoutError:
        print("no answer in time")

    try:
        async with asyncio.timeout(0.2):
            await slow_answer(9)
    except TimeoutError:
        print("nor this time")

    task = asyncio.create_task(slow_answer(0.6))
    try:
        await asyncio.wait_for(asyncio.shield(task), timeout=0.1)
    except TimeoutError:
        print("not yet, but it goes on:", await task)


if __name__ == "__main__":
    asyncio.run(main())
