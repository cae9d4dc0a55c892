# A keyword named True.
f(True=1)
