# An unknown conversion.
x = f"{a!z}"
