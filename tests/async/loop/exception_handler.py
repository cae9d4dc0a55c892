# Exceptions in callbacks go to the handler.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].split("(")[0], repr(context["exception"])))  # expect: Exception in callback main.<locals>.<lambda> ZeroDivisionError('division by zero')
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("end")  # expect: end
asyncio.run(main())
