"""Several things at once, their results in order, a failure among them."""
import asyncio
import time


async def station(name, seconds, degrees):
    await asyncio.sleep(seconds)
    if degrees is None:
        raise ConnectionError(f"{name} does not answer")
    return f"{name}: {degrees} °C"


async def main():
    start = time.monotonic()
    reports = await asyncio.gather(
        station("Oslo", 0.3, -4),
        station("Rome", 0.1, 12),
        station("Atlantis", 0.2, None),
        return_exceptions=True,
    )
    for report in reports:
        print(report if isinstance(report, str) else f"no report ({report})")
    print(f"{time.monotonic() - start:.1f} seconds")


if __name__ == "__main__":
    asyncio.run(main())
