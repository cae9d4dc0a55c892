# The operator is marked among its operands.
def f(width, unit):
    return (width * 2) + unit + "x"
f(3, " px")
