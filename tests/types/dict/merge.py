# Dicts are joined with | and **.
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, {**a, **b}, b | a)  # expect: {'x': 1, 'y': 3, 'z': 4} {'x': 1, 'y': 3, 'z': 4} {'y': 2, 'z': 4, 'x': 1}
a |= b
print(a)  # expect: {'x': 1, 'y': 3, 'z': 4}
a |= [("w", 0)]
print(a)  # expect: {'x': 1, 'y': 3, 'z': 4, 'w': 0}
try:
    {} | []
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for |: 'dict' and 'list'
