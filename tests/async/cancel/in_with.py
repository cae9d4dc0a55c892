# Cancellation through with and async with.
import asyncio
class M:
    def __enter__(self): print("enter")
    def __exit__(self, kind, *rest): print("exit", kind.__name__)
    async def __aenter__(self): print("aenter")
    async def __aexit__(self, kind, *rest):
        await asyncio.sleep(0.01)
        print("aexit", kind.__name__)
async def work():
    with M():
        async with M():
            await asyncio.sleep(10)
async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
asyncio.run(main())
