# A cache that a key's `__eq__` asks again, keys hashed once for each use, and what partial objects allow.
import functools
import weakref


class Key:
    hashed = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        Key.hashed += 1
        return self.number

    def __eq__(self, other):
        if self.number == 2:
            kept(Key(1))
        return self.number == other.number


@functools.lru_cache(maxsize=10)
def kept(key):
    return key.number


kept(Key(1))
kept(Key(2))
print(kept(Key(2)), kept.cache_info().misses)  # expect: 2 2


@functools.lru_cache(maxsize=2)
def last(key):
    return key


one, two = Key(10), Key(20)
Key.hashed = 0
last(one), last(two), last(one), last(Key(30))
print(Key.hashed, last.cache_info())  # expect: 4 CacheInfo(hits=1, misses=3, maxsize=2, currsize=2)
last(one)
print(last.cache_info().hits)  # expect: 2
last.cache_clear()
print(last.cache_info())  # expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)


def function(*args, **kwargs):
    return args, kwargs


part = functools.partial(function, 1)
print(weakref.ref(part)() is part, weakref.ref(kept)() is kept)  # expect: True True
part.note = "kept"
part.__setstate__((function, (2,), {"a": 3}, None))
print(part(), vars(part))  # expect: ((2,), {'a': 3}) {}
try:
    del part.__dict__
except TypeError as error:
    print(error)  # expect: cannot delete __dict__

import inspect
import operator

print(inspect.signature(operator.itemgetter(1)), inspect.signature(functools.cmp_to_key(max)))  # expect: (obj, /) (obj)
