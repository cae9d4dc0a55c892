# `is` with a literal.
x = 5
print(x is 5)
