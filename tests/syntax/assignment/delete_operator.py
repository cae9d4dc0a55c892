# An expression cannot be deleted.
del a + b
