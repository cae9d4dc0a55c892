# Two tasks that wake each other.
import asyncio
async def player(name, mine, other, count):
    for i in range(count):
        await mine.wait()
        mine.clear()
        print(name, i)
        # expect: ping 0
        # expect: pong 0
        # expect: ping 1
        # expect: pong 1
        # expect: ping 2
        # expect: pong 2
        other.set()
async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    await asyncio.gather(player("ping", ping, pong, 3), player("pong", pong, ping, 3))
asyncio.run(main())
