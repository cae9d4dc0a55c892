# An else that belongs to nothing.
else:
    pass
