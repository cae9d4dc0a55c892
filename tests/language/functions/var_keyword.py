# `**kwargs` collects the other keywords in the order given.
def f(a=0, **rest):
    return a, rest

print(f())  # expect: (0, {})
print(f(z=1, a=2, b=3))  # expect: (2, {'z': 1, 'b': 3})
print(f(**{"x": 1}, y=2))  # expect: (0, {'x': 1, 'y': 2})
print(list(f(z=1, y=2, x=3)[1]))  # expect: ['z', 'y', 'x']
