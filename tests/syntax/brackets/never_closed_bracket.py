# A square bracket that is never closed.
x = [1, 2,
     3
