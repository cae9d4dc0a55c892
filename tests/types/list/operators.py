# Operators on lists.
a = [1, 2]
print(a + [3])  # expect: [1, 2, 3]
print(a * 2)  # expect: [1, 2, 1, 2]
print(2 * a)  # expect: [1, 2, 1, 2]
print([0] * 3)  # expect: [0, 0, 0]
print(a == [1, 2])  # expect: True
print(a == (1, 2))  # expect: False
print(a < [1, 3])  # expect: True
print(a < [1, 2, 0])  # expect: True
print([] < a)  # expect: True
print(a != [1])  # expect: True
print(2 in a)  # expect: True
print("2" not in a)  # expect: True
print([[1]] == [[1]])  # expect: True
print(a * 0)  # expect: []
print([1, 2] >= [1, 2])  # expect: True
b = a
b += (3,)
b *= 2
print(a)  # expect: [1, 2, 3, 1, 2, 3]
try:
    a + (1,)
except TypeError as error:
    print(error)  # expect: can only concatenate list (not "tuple") to list
