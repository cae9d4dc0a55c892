# What a coroutine shows.
async def f(): pass
c = f()
print(c, c.__name__, c.__qualname__, type(c).__name__, c.cr_running, c.cr_await, c.cr_frame is not None)  # expect: <coroutine object f at 0x...> f f coroutine False None True
c.close()
print(c.cr_frame)  # expect: None
print(f, type(f).__name__)  # expect: <function f at 0x...> function
