# Union, intersection, difference, comparison.
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b)  # expect: {1, 2, 3, 4}
print(a & b)  # expect: {2, 3}
print(a - b)  # expect: {1}
print(b - a)  # expect: {4}
print(a ^ b)  # expect: {1, 4}
print(a.union([9], (8,)))  # expect: {1, 2, 3, 8, 9}
print(a.intersection(b, [3]))  # expect: {3}
print(a.difference([1], [2]))  # expect: {3}
print(a.symmetric_difference([3, 7]))  # expect: {1, 2, 7}
print(a <= b)  # expect: False
print({2} < a)  # expect: True
print(a >= {1})  # expect: True
print(a > a)  # expect: False
print(a == {3, 2, 1})  # expect: True
print(a.issubset([1, 2, 3, 4]))  # expect: True
print(a.issuperset([1]))  # expect: True
print(a.isdisjoint([7]))  # expect: True
print(a != b)  # expect: True
try:
    a | [1]
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for |: 'set' and 'list'
a |= {10}; a &= {1, 2, 10}; a -= {1}; a ^= {2, 3}
print(a)  # expect: {3, 10}
