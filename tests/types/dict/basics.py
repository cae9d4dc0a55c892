# Keys keep the order in which they came.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
print(d)  # expect: {'b': 9, 'a': 2, 'c': 3}
print(len(d))  # expect: 3
print(d["a"])  # expect: 2
print("a" in d)  # expect: True
print(2 in d)  # expect: False
print(list(d))  # expect: ['b', 'a', 'c']
print(d == {"a": 2, "c": 3, "b": 9})  # expect: True
del d["b"]
d["b"] = 0
print(d, {}, {1: {2: {}}}, {"a": 1, "a": 2})  # expect: {'a': 2, 'c': 3, 'b': 0} {} {1: {2: {}}} {'a': 2}
try:
    d["zz"]
except KeyError as error:
    print(error, repr(error))  # expect: 'zz' KeyError('zz')
try:
    del d["zz"]
except KeyError as error:
    print(error)  # expect: 'zz'
