# A star alone.
*a = [1]
