# A misspelt module name.
import asyncio
async def main():
    pass
coroutine = main
asycnio.run(coroutine())
