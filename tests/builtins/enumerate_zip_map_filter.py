# The lazy iterators.
print(list(enumerate("ab")))  # expect: [(0, 'a'), (1, 'b')]
print(list(enumerate("ab", 5)))  # expect: [(5, 'a'), (6, 'b')]
print(list(zip([1, 2, 3], "ab")))  # expect: [(1, 'a'), (2, 'b')]
print(list(zip()))  # expect: []
print(list(map(abs, [-1, 2])))  # expect: [1, 2]
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])))  # expect: [4, 6]
print(list(filter(None, [0, 1, "", "a"])))  # expect: [1, 'a']
print(list(filter(lambda x: x > 1, [1, 2, 3])))  # expect: [2, 3]
print(list(reversed([1, 2])))  # expect: [2, 1]
print(enumerate([]), zip(), map(abs, []), filter(None, []))  # expect: <enumerate object at 0x...> <zip object at 0x...> <map object at 0x...> <filter object at 0x...>
try:
    list(zip([1, 2], [3], strict=True))
except ValueError as error:
    print(error)  # expect: zip() argument 2 is shorter than argument 1
for f in (lambda: enumerate(5), lambda: zip(1), lambda: map(abs), lambda: reversed({1})):
    try:
        f()
    except TypeError as error:
        print(error)
        # expect: 'int' object is not iterable
        # expect: 'int' object is not iterable
        # expect: map() must have at least two arguments.
        # expect: 'set' object is not reversible
