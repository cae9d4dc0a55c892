# An augmented list.
[a, b] += [1]
