# One equals sign in a condition.
if x = 1:
    pass
