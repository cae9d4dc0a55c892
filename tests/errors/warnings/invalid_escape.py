# A backslash that means nothing.
print("\d \w")
