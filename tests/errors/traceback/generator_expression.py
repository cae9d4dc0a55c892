# A generator expression is a frame.
print(sum(10 // n for n in (1, 0)))
