# A parameter without a default behind one with.
def f(a=1, b):
    pass
