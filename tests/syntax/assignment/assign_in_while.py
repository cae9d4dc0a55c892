# One equals sign in a while.
while x = 1:
    pass
