# Stars in displays, calls and subscripts.
a, d = [1, 2], {"x": 1}
print([*a, 3, *"ab"], (*a,), {*a, 1, 5} == {1, 2, 5}, {**d, "y": 2, **{"x": 3}})  # expect: [1, 2, 3, 'a', 'b'] (1, 2) True {'x': 3, 'y': 2}
print(*a, *[3], sep="-")  # expect: 1-2-3
t = 0, *a
print(t)  # expect: (0, 1, 2)
def f():
    return *a, 9
print(f())  # expect: (1, 2, 9)
for x in *a, 7:
    print(x)
    # expect: 1
    # expect: 2
    # expect: 7
try:
    [*5]
except TypeError as error:
    print(error)  # expect: Value after * must be an iterable, not int
try:
    {**5}
except TypeError as error:
    print(error)  # expect: 'int' object is not a mapping
