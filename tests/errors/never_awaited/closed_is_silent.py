# A coroutine that is closed, or was started, says nothing.
async def work():
    pass
work().close()
c = work()
try:
    c.send(None)
except StopIteration:
    print("finished")  # expect: finished
