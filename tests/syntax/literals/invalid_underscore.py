# An underscore at the end.
x = 1_
