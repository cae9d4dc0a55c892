# An else without its colon.
if True:
    pass
else
    pass
