# An empty field.
x = f"a {} b"
