# Lambdas take every kind of parameter.
print((lambda: 1)())  # expect: 1
print((lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, 2, 3, d=5, x=6))  # expect: (1, 2, (3,), 5, {'x': 6})
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))  # expect: ['ccc', 'bb', 'a']
adders = [lambda x, n=n: x + n for n in range(3)]
print([add(10) for add in adders])  # expect: [10, 11, 12]
late = [lambda: n for n in range(3)]
print([f() for f in late])  # expect: [2, 2, 2]
