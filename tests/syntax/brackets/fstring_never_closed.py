# A field that is never closed.
x = f"a {name"
