# Sleepers wake in the order of their deadlines.
import asyncio
async def say(name, delay):
    await asyncio.sleep(delay)
    print(name)
    # expect: fast
    # expect: middle
    # expect: slow
async def main():
    await asyncio.gather(say("slow", 0.09), say("fast", 0.02), say("middle", 0.05))
asyncio.run(main())
