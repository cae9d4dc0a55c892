# close() and dropped values reach the inner generator first.
def inner():
    try:
        yield 1
    finally:
        print("inner")  # expect: inner
def outer():
    try:
        yield from inner()
    finally:
        print("outer")  # expect: outer
it = outer()
next(it)
it.close()
