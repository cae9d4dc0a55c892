# The return value travels in StopIteration.
def g():
    yield 1
    return "result"
it = g()
next(it)
try:
    next(it)
except StopIteration as stop:
    print(stop.value, stop.args)  # expect: result ('result',)
