# list() of things.
print(list())  # expect: []
print(list("ab"))  # expect: ['a', 'b']
print(list((1, 2)))  # expect: [1, 2]
print(list({"a": 1}))  # expect: ['a']
print(list(range(3)))  # expect: [0, 1, 2]
print(list({1}))  # expect: [1]
print(list(x for x in "xy"))  # expect: ['x', 'y']
print(list([1]) == [1])  # expect: True
try:
    list(5)
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
try:
    list(1, 2)
except TypeError as error:
    print(error)  # expect: list expected at most 1 argument, got 2
