# An augmented literal.
1 += x
