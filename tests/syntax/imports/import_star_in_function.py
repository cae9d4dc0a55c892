# A star import in a function.
def f():
    from time import *
