# Slice objects.
s = slice(1, 10, 2)
print(s)  # expect: slice(1, 10, 2)
print(s.start)  # expect: 1
print(s.stop)  # expect: 10
print(s.step)  # expect: 2
print(slice(5))  # expect: slice(None, 5, None)
print(slice(1, 2))  # expect: slice(1, 2, None)
print(s == slice(1, 10, 2))  # expect: True
print(s.indices(5))  # expect: (1, 5, 2)
print(slice(None, None, -1).indices(4))  # expect: (3, -1, -1)
print([0, 1, 2, 3][slice(1, 3)])  # expect: [1, 2]
print(slice("a", []))  # expect: slice('a', [], None)
print(hash(slice(1, 2)) == hash(slice(1, 2)))  # expect: True
print({slice(1): "a"}[slice(1)])  # expect: a
try:
    slice()
except TypeError as error:
    print(error)  # expect: slice expected at least 1 argument, got 0
