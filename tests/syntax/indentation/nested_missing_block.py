# A body missing deep inside.
def f():
    if True:
        for i in x:
    return 1
