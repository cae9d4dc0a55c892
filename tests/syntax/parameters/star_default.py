# A default for the star.
def f(*a=1):
    pass
