# A finally without a body.
try:
    pass
finally:
x = 1
