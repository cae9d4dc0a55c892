# Without a loop, get_event_loop makes one and warns.
import asyncio
loop = asyncio.get_event_loop()
print(loop.is_running(), loop is asyncio.get_event_loop())  # expect: False True
loop.close()
print(loop.is_closed())  # expect: True
