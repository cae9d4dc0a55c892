# A with's target must be a target.
with a as 5:
    pass
