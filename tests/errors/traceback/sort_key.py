# A callback called by a built-in function.
def key(x):
    return x.size
sorted([1, 2], key=key)
