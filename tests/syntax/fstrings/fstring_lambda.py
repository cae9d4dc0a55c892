# A lambda in a field ends at its colon.
x = f"{lambda x: 1}"
