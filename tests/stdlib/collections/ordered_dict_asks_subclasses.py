# Which methods of a subclass an OrderedDict asks for what it does.
from collections import OrderedDict


class Loud(OrderedDict):
    def __getitem__(self, key):
        print('get', key)
        return OrderedDict.__getitem__(self, key)

    def __setitem__(self, key, value):
        print('set', key)
        OrderedDict.__setitem__(self, key, value)

    def __delitem__(self, key):
        print('delete', key)
        OrderedDict.__delitem__(self, key)

    def __missing__(self, key):
        return 'missing'

    def pop(self, key, *default):
        print('pop', key)
        return OrderedDict.pop(self, key, *default)

    def keys(self):
        print('keys')
        return OrderedDict.keys(self)

    def items(self):
        print('items')
        return OrderedDict.items(self)

    def update(self, *args, **keywords):
        print('update')
        return OrderedDict.update(self, *args, **keywords)


loud = Loud(a=1, b=2, c=3, d=4)
print(loud.pop('a'), loud.pop('a', 5), loud['a'])
try:
    loud.pop('a')
except KeyError as error:
    print(repr(error))
print(loud.popitem(), loud.popitem(last=False))
print(repr(loud))
print(repr(loud.copy()))
print(repr(loud | {'x': 1}))
print(repr({'x': 1} | loud))
loud |= {'y': 2}
print(list(loud), list(loud.items()))
