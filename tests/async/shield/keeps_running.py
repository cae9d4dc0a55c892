# A shielded task outlives its waiter.
import asyncio
async def work():
    await asyncio.sleep(0.03)
    print("work done")
    return "result"
async def main():
    task = asyncio.create_task(work())
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.01)
    except TimeoutError:
        print("gave up waiting", task.done())
    print(await task)
asyncio.run(main())
