# A decorator that fails.
def broken(f):
    raise TypeError("cannot decorate")
@broken
def f():
    pass
