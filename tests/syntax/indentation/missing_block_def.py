# A def without a body.
def f():
x = 1
