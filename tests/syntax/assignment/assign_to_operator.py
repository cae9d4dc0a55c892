# An expression cannot be assigned to.
a + b = c
