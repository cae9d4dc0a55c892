# An error at the module's level.
x = 1
y = 0
print(x / y)
