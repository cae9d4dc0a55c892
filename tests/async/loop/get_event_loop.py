# get_event_loop makes a loop with a warning, and finds the running one.
import asyncio
async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop(), asyncio.get_event_loop().is_running())
asyncio.run(main())
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, isinstance(loop, asyncio.AbstractEventLoop))
loop.run_until_complete(main())
loop.close()
