# Proxies pass on what their targets say of length hints, indices and bytes.
import operator
import weakref


class Known:
    def __index__(self):
        return 2

    def __bytes__(self):
        return b"known"


known = Known()
proxy = weakref.proxy(known)
print(operator.index(proxy), bytes(proxy), "abc"[proxy])  # expect: 2 b'known' c


def count():
    yield from (1, 2)


generator = count()
print(list(weakref.proxy(generator)))  # expect: [1, 2]


class Pairs:
    def keys(self):
        return [known]

    def __getitem__(self, key):
        return "value"


table = weakref.WeakKeyDictionary()
table.update(Pairs())
print(list(table.values()))  # expect: ['value']
