# Two star parameters.
def f(*a, *b):
    pass
