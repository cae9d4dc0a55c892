# run_forever runs until stop.
import asyncio
loop = asyncio.new_event_loop()
def tick(n):
    print("tick", n)
    # expect: tick 0
    # expect: tick 1
    # expect: tick 2
    if n == 2:
        loop.stop()
    else:
        loop.call_later(0.01, tick, n + 1)
loop.call_soon(tick, 0)
loop.run_forever()
print("stopped", loop.is_running())  # expect: stopped False
loop.close()
