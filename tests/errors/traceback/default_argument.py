# An error in a default.
def f(a, b=len(5)):
    pass
