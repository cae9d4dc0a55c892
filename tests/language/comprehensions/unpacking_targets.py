# Targets in comprehensions unpack.
print([a + b for a, b in [(1, 2), (3, 4)]])  # expect: [3, 7]
print([(h, t) for h, *t in ["abc", "d"]])  # expect: [('a', ['b', 'c']), ('d', [])]
print({k: v for (k, (v, _)) in [("x", (1, 2))]})  # expect: {'x': 1}
