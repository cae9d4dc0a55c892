# An event lets all waiters go.
import asyncio
async def waiter(name, event):
    print(name, "waits")
    print(name, await event.wait())
async def main():
    event = asyncio.Event()
    print(event.is_set(), str(event).split(" at ")[0].split(" object")[0], "[unset]" in repr(event))
    tasks = [asyncio.create_task(waiter(n, event)) for n in "ab"]
    await asyncio.sleep(0)
    print("waiters:2" in repr(event))
    event.set()
    print("set", event.is_set())
    await asyncio.gather(*tasks)
    print(await event.wait(), "[set]" in repr(event))
    event.clear()
    print(event.is_set())
asyncio.run(main())
