# A main that cancels itself ends run with CancelledError.
import asyncio
async def main():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)
try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print(repr(error))  # expect: CancelledError()
