# A coroutine dropped when a function returns.
async def work():
    pass
def f():
    c = work()
    return 5
print(f())
