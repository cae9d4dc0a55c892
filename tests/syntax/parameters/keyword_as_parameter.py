# A keyword as a parameter.
def f(if):
    pass
