# else if for elif.
if a:
    pass
else if b:
    pass
