# An except without a body.
try:
    pass
except:
x = 1
