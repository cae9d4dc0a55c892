# A parameter named None.
def f(None):
    pass
