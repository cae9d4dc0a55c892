# asyncio.run runs a coroutine and gives its result.
import asyncio
async def main():
    print("running")  # expect: running
    return 42
print(asyncio.run(main()))  # expect: 42
