# A loop that is stopped before its future is done.
import asyncio
loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    print(error)  # expect: Event loop stopped before Future completed.
loop.close()
