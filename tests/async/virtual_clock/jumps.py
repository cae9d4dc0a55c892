# options: --clock=virtual
# A day passes at once.
# reference: differs (it has no virtual clock)
import asyncio, time
async def main():
    start = time.monotonic()
    await asyncio.sleep(24 * 3600)
    print(time.monotonic() - start)  # expect: 86400.0
asyncio.run(main())
