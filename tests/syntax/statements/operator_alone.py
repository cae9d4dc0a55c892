# An operator at the end.
x = 1 +
