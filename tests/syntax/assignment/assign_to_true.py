# True cannot be assigned to.
x, True = 1, 2
