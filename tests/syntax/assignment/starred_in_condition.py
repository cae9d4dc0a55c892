# A star in a condition.
if *a:
    pass
