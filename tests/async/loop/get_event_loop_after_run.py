# After asyncio.run there is no loop any more.
import asyncio
async def main(): pass
asyncio.run(main())
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)  # expect: There is no current event loop in thread 'MainThread'.
