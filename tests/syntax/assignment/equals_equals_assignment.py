# An assignment to a comparison.
x == 1 = y
