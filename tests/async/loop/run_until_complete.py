# A loop driven by hand.
import asyncio
async def f(x):
    await asyncio.sleep(0)
    return x
loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())  # expect: False False
print(loop.run_until_complete(f(5)))  # expect: 5
print(loop.run_until_complete(f(6)))  # expect: 6
future = loop.create_future()
loop.call_later(0.01, future.set_result, "later")
print(loop.run_until_complete(future))  # expect: later
loop.close()
print(loop.is_closed(), "closed=True" in repr(loop))  # expect: True True
coroutine = f(1)
try:
    loop.run_until_complete(coroutine)
except RuntimeError as error:
    print(error)  # expect: Event loop is closed
coroutine.close()
