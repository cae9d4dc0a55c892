# Too few, too many, not iterable.
def two(x):
    a, b = x
def star(x):
    a, b, *c = x
for f, value in ((two, [1]), (two, [1, 2, 3]), (two, {}), (star, [1]), (two, 5), (star, None)):
    try:
        f(value)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError not enough values to unpack (expected 2, got 1)
        # expect: ValueError too many values to unpack (expected 2)
        # expect: ValueError not enough values to unpack (expected 2, got 0)
        # expect: ValueError not enough values to unpack (expected at least 2, got 1)
        # expect: TypeError cannot unpack non-iterable int object
        # expect: TypeError cannot unpack non-iterable NoneType object
