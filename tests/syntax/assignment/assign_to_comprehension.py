# A comprehension cannot be assigned to.
[x for x in y] = 1
