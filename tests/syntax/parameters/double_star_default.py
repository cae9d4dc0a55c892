# A default for the double star.
def f(**a=1):
    pass
