"""A day of 24 hours. Run it with --clock=virtual:06:00:00, or have patience."""
import asyncio
import time


async def shift(name, begin, hours):
    await asyncio.sleep(begin * 3600)
    print(time.strftime("%X"), name, "begins")
    await asyncio.sleep(hours * 3600)
    print(time.strftime("%X"), name, "ends")


async def main():
    await asyncio.gather(shift("early shift", 0, 8), shift("late shift", 8, 8.5), shift("night shift", 16, 8))


if __name__ == "__main__":
    asyncio.run(main())
