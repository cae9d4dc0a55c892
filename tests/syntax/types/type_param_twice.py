# A type parameter twice.
def f[T, T]():
    pass
