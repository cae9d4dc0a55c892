# An augmented tuple.
a, b += 1
