# A yield without parentheses.
def f():
    x = 1 + yield 2
