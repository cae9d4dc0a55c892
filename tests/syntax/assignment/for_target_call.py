# A call as a loop's target.
for f() in x:
    pass
