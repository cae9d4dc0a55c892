# Coroutines are not iterable, not callable, and run once.
async def f(): return 1
c = f()
for use in (lambda: iter(c), lambda: list(c), lambda: next(c), lambda: c(), lambda: c[0], lambda: len(c)):
    try:
        use()
    except TypeError as error:
        print(error)
        # expect: 'coroutine' object is not iterable
        # expect: 'coroutine' object is not iterable
        # expect: 'coroutine' object is not an iterator
        # expect: 'coroutine' object is not callable
        # expect: 'coroutine' object is not subscriptable
        # expect: object of type 'coroutine' has no len()
try:
    c.send(5)
except TypeError as error:
    print(error)  # expect: can't send non-None value to a just-started coroutine
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)  # expect: 1
try:
    c.send(None)
except RuntimeError as error:
    print(error)  # expect: cannot reuse already awaited coroutine
