# nonlocal of a name that is nowhere.
def f():
    nonlocal x
