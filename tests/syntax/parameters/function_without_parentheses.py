# A def without parentheses.
def f:
    pass
