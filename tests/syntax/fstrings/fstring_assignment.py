# An assignment in a field.
x = f"{a = 1}"
