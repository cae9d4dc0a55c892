# One equals sign behind an attribute.
if a.b = 1:
    pass
