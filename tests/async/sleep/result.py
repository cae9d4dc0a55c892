# sleep gives its second argument.
import asyncio
async def main():
    print(await asyncio.sleep(0.01, "result"), await asyncio.sleep(0, 5), await asyncio.sleep(0), await asyncio.sleep(delay=0.01, result=[1]))  # expect: result 5 None [1]
asyncio.run(main())
