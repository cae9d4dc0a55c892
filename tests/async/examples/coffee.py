# Two jobs side by side, then together.
import asyncio
async def make(what, seconds):
    print("start", what)
    await asyncio.sleep(seconds / 50)
    print("end", what)
    return f"{what} is ready"
async def main():
    tea = await make("tea", 1)
    print(tea)
    print(await asyncio.gather(make("soup", 2), make("bread", 1)))
if __name__ == "__main__":
    asyncio.run(main())
