# A StopIteration raised inside becomes a RuntimeError.
def g():
    yield 1
    raise StopIteration("early")
it = g()
next(it)
try:
    next(it)
except RuntimeError as error:
    print(error, repr(error.__cause__))  # expect: generator raised StopIteration StopIteration('early')
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as error:
    print(error)  # expect: generator raised StopIteration
