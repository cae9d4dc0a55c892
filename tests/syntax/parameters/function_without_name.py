# A function without a name.
def (a):
    pass
