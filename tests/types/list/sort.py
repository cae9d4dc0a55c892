# Sorting is stable, with key and reverse.
a = ["bb", "a", "dd", "c", "ee"]
a.sort()
print(a)  # expect: ['a', 'bb', 'c', 'dd', 'ee']
a.sort(key=len)
print(a)  # expect: ['a', 'c', 'bb', 'dd', 'ee']
a.sort(key=len, reverse=True)
print(a, a.sort())  # expect: ['a', 'bb', 'c', 'dd', 'ee'] None
print(sorted([3, 1.5, True, -2]))  # expect: [-2, True, 1.5, 3]
print(sorted("bca", reverse=True))  # expect: ['c', 'b', 'a']
print(sorted({"b": 1, "a": 2}))  # expect: ['a', 'b']
print(sorted([(1, "b"), (1, "a"), (0, "z")]))  # expect: [(0, 'z'), (1, 'a'), (1, 'b')]
print(sorted([[2], [1, 5], []]))  # expect: [[], [1, 5], [2]]
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'str' and 'int'
try:
    sorted([None, None])
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'NoneType' and 'NoneType'
