# options: --clock=virtual:15:34:02
# The clock may be set.
# reference: differs (it has no virtual clock)
import asyncio, time
async def main():
    print(time.strftime("%X"))  # expect: 15:34:02
    await asyncio.sleep(0.5)
    print(time.strftime("%X"))  # expect: 15:34:02
    await asyncio.sleep(3600)
    print(time.strftime("%X"))  # expect: 16:34:02
asyncio.run(main())
