# An assert on a tuple is always true.
assert (1 == 2, "message")
print("reached")
