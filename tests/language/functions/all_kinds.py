# All kinds of parameters at once.
def f(a, b=2, /, c=3, *args, d, e=5, **rest):
    return a, b, c, args, d, e, rest

print(f(1, d=4))  # expect: (1, 2, 3, (), 4, 5, {})
print(f(1, 2, 3, 4, 5, d=6, e=7, f=8))  # expect: (1, 2, 3, (4, 5), 6, 7, {'f': 8})
print(f(*[1, 2], **{"d": 3, "g": 4}))  # expect: (1, 2, 3, (), 3, 5, {'g': 4})
