# dict() in its forms.
print(dict())  # expect: {}
print(dict(a=1, b=2))  # expect: {'a': 1, 'b': 2}
print(dict([("a", 1)]))  # expect: {'a': 1}
print(dict({"a": 1}, b=2))  # expect: {'a': 1, 'b': 2}
print(dict(zip("ab", (1, 2))))  # expect: {'a': 1, 'b': 2}
print(dict(["ab", "cd"]))  # expect: {'a': 'b', 'c': 'd'}
try:
    dict(1)
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
