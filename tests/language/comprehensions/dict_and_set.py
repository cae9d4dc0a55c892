# Dict and set comprehensions.
print({x: x * x for x in range(4)})  # expect: {0: 0, 1: 1, 2: 4, 3: 9}
print({k: v for k, v in [("a", 1), ("b", 2), ("a", 3)]})  # expect: {'a': 3, 'b': 2}
print(sorted({x % 3 for x in range(10)}))  # expect: [0, 1, 2]
print({len(w) for w in ["a", "bb", "c"]})  # expect: {1, 2}
