# The wrong closing bracket.
x = (1 + 2]
