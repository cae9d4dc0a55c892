# A misspelt function of a module.
import asyncio
asyncio.slep(1)
