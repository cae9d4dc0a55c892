# A conversion without a letter.
x = f"{a!}"
