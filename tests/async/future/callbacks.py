# Callbacks are called soon, never at once.
import asyncio
async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("callback", f.result()))
    future.set_result("value")
    print("set")
    await asyncio.sleep(0)
    print("end")
asyncio.run(main())
