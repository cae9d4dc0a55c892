# A future is resolved by hand.
import asyncio
async def main():
    future = asyncio.get_running_loop().create_future()
    print(future.done(), future)  # expect: False <Future pending>
    asyncio.get_running_loop().call_soon(future.set_result, 5)
    print(await future, future.done(), future)  # expect: 5 True <Future finished result=5>
    print(future.result(), future.exception())  # expect: 5 None
asyncio.run(main())
