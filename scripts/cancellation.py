"""Cancelling a task: it hears of it, cleans up, and is gone."""
import asyncio


async def radio():
    try:
        for hour in range(24):
            print(f"it is {hour} o'clock")
            await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        print("someone turned me off")
        raise
    finally:
        await asyncio.sleep(0.05)
        print("good night")


async def main():
    task = asyncio.create_task(radio())
    await asyncio.sleep(0.25)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("the radio is off:", task.cancelled())


if __name__ == "__main__":
    asyncio.run(main())
