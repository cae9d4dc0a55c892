# What the compiler folds is a literal to it, as far as it folds.
def f(x):
    2**100 is None
    2**10 is None
    -1 * "a" is x
    3 * "a" is x
    1 << 200 is x
    not 1 is x
    not not 1 is x
    2**-1 is x
    1 // (1 - 1) is x
    ((-8) ** 1e22)[0]
    (2.0 ** 2)[0]
    ((-8) ** 0.5)[0]
    (0.0 ** -1)[0]
