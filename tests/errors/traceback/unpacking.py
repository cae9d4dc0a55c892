# Unpacking marks the targets or the value.
pair = (1, 2, 3)
a, b = pair
