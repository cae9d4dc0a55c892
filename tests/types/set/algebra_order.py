# The order of results of set algebra.
a = {50, 3, 18, 35, 2, 99}
b = {18, 99, 67, 4, 35}
print(a, b)  # expect: {2, 3, 99, 35, 18, 50} {18, 99, 35, 67, 4}
print(a | b)  # expect: {2, 3, 99, 35, 67, 4, 18, 50}
print(b | a)  # expect: {2, 99, 35, 67, 4, 3, 18, 50}
print(a & b, b & a)  # expect: {35, 18, 99} {35, 18, 99}
print(a - b, b - a)  # expect: {2, 3, 50} {67, 4}
print(a ^ b, b ^ a)  # expect: {50, 67, 4, 2, 3} {2, 3, 4, 67, 50}
print(set(a), a.copy(), {*a}, frozenset(a), set(list(a)))  # expect: {2, 3, 99, 35, 18, 50} {2, 3, 99, 35, 18, 50} {2, 3, 99, 35, 18, 50} frozenset({2, 3, 99, 35, 18, 50}) {2, 99, 35, 3, 18, 50}
