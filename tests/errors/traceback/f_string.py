# An error inside an f-string.
name = "Ada"
print(f"hello {name.uper()} and {name}")
