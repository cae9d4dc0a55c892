# An elif without a body.
if True:
    pass
elif False:
print("x")
