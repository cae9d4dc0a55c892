# A keyword as a function's name.
def for():
    pass
