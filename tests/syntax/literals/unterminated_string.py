# A string that does not end.
x = "hello
print(x)
