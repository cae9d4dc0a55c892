# An exception that is ignored shows the line, and marks nothing in it.
def g():
    try:
        yield
    finally:
        print(undefined)
it = g()
next(it)
del it
