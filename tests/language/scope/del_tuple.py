# `del` takes tuples and brackets.
a, b, c = 1, 2, 3
del (a, [b])
print(c, "a" in globals(), "b" in globals())  # expect: 3 False False
