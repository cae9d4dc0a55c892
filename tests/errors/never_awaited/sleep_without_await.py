# asyncio.sleep without await.
import asyncio
async def main():
    asyncio.sleep(1)
    print("did not sleep")
asyncio.run(main())
