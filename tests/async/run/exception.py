# An exception leaves through run.
import asyncio
async def main():
    raise ValueError("from main")
try:
    asyncio.run(main())
except ValueError as error:
    print(error)  # expect: from main
