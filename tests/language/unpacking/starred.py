# One starred target takes the rest as a list.
a, *b = 1, 2, 3
print(a, b)  # expect: 1 [2, 3]
*a, b = "xyz"
print(a, b)  # expect: ['x', 'y'] z
a, *b, c = range(2)
print(a, b, c)  # expect: 0 [] 1
*a, = (1, 2)
print(a)  # expect: [1, 2]
(a, *b), *c = [(1, 2, 3), 4]
print(a, b, c)  # expect: 1 [2, 3] [4]
