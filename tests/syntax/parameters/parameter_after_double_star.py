# A parameter behind the double star.
def f(**a, b):
    pass
