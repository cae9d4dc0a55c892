# get_running_loop outside a loop.
import asyncio
asyncio.get_running_loop()  # expect error: RuntimeError: no running event loop
