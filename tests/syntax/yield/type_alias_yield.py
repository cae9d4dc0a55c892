# A yield in a type alias.
def f():
    type X = (yield 1)
