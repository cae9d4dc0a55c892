# A triple-quoted string that does not end.
x = """hello
print(x)
