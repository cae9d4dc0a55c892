# A while without a body.
while True:
x = 1
