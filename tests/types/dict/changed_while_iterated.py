# A key that is deleted and set again is a new entry behind all others, which an iterator meets.
for view in (lambda d: d, lambda d: d.values(), lambda d: d.items()):
    d = {0: 0}
    try:
        for _ in view(d):
            del d[0]
            d[0] = 0
    except RuntimeError as error:
        print(error)
# expect: dictionary keys changed during iteration
# expect: dictionary keys changed during iteration
# expect: dictionary keys changed during iteration

# Two keys that are deleted and set over and over do not slow down the others.
d = dict.fromkeys(range(20000))
for _ in range(20000):
    for key in (0, 1):
        del d[key]
        d[key] = None
print(len(d), list(d)[-2:])  # expect: 20000 [0, 1]


class Counting(int):
    count = 0

    def __hash__(self):
        Counting.count += 1
        return int.__hash__(self)


s = {Counting(n) for n in range(10)}
dict.fromkeys(s)
dict.fromkeys(frozenset(s), 1)
dict.fromkeys(dict.fromkeys(s))
print(Counting.count)  # expect: 10
print(type({1: 2}.keys() & frozenset([1])), type(frozenset([1]) & {1: 2}.keys()))  # expect: <class 'set'> <class 'set'>
