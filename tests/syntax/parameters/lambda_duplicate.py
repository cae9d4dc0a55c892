# A lambda's parameter twice.
f = lambda a, a: 1
