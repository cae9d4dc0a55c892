# List comprehensions: conditions and several clauses.
print([x * x for x in range(5)])  # expect: [0, 1, 4, 9, 16]
print([x for x in range(10) if x % 2 if x > 3])  # expect: [5, 7, 9]
print([(x, y) for x in range(3) for y in range(x)])  # expect: [(1, 0), (2, 0), (2, 1)]
print([[y for y in range(x)] for x in range(4)])  # expect: [[], [0], [0, 1], [0, 1, 2]]
print([x for x in [1, 2] for x in [x, x * 10]])  # expect: [1, 10, 2, 20]
