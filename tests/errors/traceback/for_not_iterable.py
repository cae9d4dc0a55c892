# A loop over what is not iterable.
limit = 3
for i in limit:
    print(i)
