# An except without its colon.
try:
    pass
except ValueError
    pass
