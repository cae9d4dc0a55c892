# Awaiting what cannot be awaited.
import asyncio
def compute():
    return 42
async def main():
    value = await compute()
asyncio.run(main())
