# How many turns pass until a waiter learns of a result.
import asyncio
async def counter(log):
    for i in range(6):
        log.append(f"turn {i}")
        await asyncio.sleep(0)
async def child(log):
    log.append("child runs")
    return 1
async def parent(log):
    task = asyncio.create_task(child(log))
    await task
    log.append("parent knows")
async def grandparent(log):
    await asyncio.create_task(parent(log))
    log.append("grandparent knows")
async def main():
    log = []
    await asyncio.gather(counter(log), grandparent(log))
    for line in log:
        print(line)
        # expect: turn 0
        # expect: turn 1
        # expect: turn 2
        # expect: child runs
        # expect: turn 3
        # expect: parent knows
        # expect: turn 4
        # expect: grandparent knows
        # expect: turn 5
asyncio.run(main())
