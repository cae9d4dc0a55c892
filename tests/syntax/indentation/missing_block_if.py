# An if without a body.
if True:
print("x")
