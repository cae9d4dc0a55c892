# `*args` collects what is left as a tuple.
def f(first, *rest):
    return first, rest

print(f(1))  # expect: (1, ())
print(f(1, 2, 3))  # expect: (1, (2, 3))
print(f(*range(4)))  # expect: (0, (1, 2, 3))
print(f(0, *[1], *"ab"))  # expect: (0, (1, 'a', 'b'))
try:
    f()
except TypeError as error:
    print(error)  # expect: f() missing 1 required positional argument: 'first'
