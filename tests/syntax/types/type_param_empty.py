# An empty list of type parameters.
def f[]():
    pass
