# Functions are values.
def twice(f, x):
    return f(f(x))

table = {"double": lambda x: x * 2, "square": lambda x: x ** 2}
print(twice(table["double"], 3), twice(table["square"], 3))  # expect: 12 81
print(list(map(str.upper, ["a", "b"])))  # expect: ['A', 'B']
print(max([3, -5, 2], key=abs))  # expect: -5
