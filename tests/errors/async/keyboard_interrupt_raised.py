# A KeyboardInterrupt raised in main comes out of run.
import asyncio
async def main():
    raise KeyboardInterrupt
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")  # expect: interrupted
