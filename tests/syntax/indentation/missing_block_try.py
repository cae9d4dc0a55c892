# A try without a body.
try:
x = 1
