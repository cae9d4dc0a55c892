# An exception in a future that nobody asks for is reported.
import asyncio
async def main():
    asyncio.get_running_loop().create_future().set_exception(ValueError("lost"))
    await asyncio.sleep(0)
    print("end")  # expect: end
asyncio.run(main())
