# A loop's target must be a target.
for 5 in x:
    pass
