# A def without its colon.
def f()
    pass
