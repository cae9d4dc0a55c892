# yield from works over any iterable.
def g():
    yield from [1, 2]
    yield from "ab"
    yield from range(2)
    x = yield from ()
    yield x
print(list(g()))  # expect: [1, 2, 'a', 'b', 0, 1, None]
def bad():
    yield from 5
try:
    list(bad())
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
