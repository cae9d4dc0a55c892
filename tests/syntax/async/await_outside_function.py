# await at the module's level.
import asyncio
await asyncio.sleep(1)
