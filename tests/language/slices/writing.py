# Assignment to slices.
a = list(range(6))
a[1:3] = "xyz"
print(a)  # expect: [0, 'x', 'y', 'z', 3, 4, 5]
a[:0] = [9]
print(a)  # expect: [9, 0, 'x', 'y', 'z', 3, 4, 5]
a[::3] = [0, 0, 0]
print(a)  # expect: [0, 0, 'x', 0, 'z', 3, 0, 5]
a[2:5] = []
print(a)  # expect: [0, 0, 3, 0, 5]
a[len(a):] = [7, 8]
print(a)  # expect: [0, 0, 3, 0, 5, 7, 8]
try:
    a[::2] = [1]
except ValueError as error:
    print(error)  # expect: attempt to assign sequence of size 1 to extended slice of size 4
try:
    a[1:2] = 5
except TypeError as error:
    print(error)  # expect: must assign iterable to extended slice
a[:] = a
print(a)  # expect: [0, 0, 3, 0, 5, 7, 8]
