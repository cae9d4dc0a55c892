# An f-string cannot be assigned to.
f"a" = 1
