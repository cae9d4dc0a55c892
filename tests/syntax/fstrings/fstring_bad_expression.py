# A field that is no expression.
x = f"{a b}"
