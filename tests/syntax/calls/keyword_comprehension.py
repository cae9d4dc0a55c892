# An assignment in an argument that is a comprehension.
f(a=x for x in y)
