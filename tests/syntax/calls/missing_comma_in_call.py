# A comma missing in a call.
print("a" x)
