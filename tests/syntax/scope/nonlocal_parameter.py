# nonlocal of a parameter.
def f(x):
    def g(x):
        nonlocal x
