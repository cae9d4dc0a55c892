# Awaits fifty deep, suspending at the bottom.
import asyncio
async def deep(n):
    if n == 0:
        await asyncio.sleep(0)
        return 0
    return 1 + await deep(n - 1)
print(asyncio.run(deep(50)))  # expect: 50
