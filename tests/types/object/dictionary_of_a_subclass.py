# A dictionary of a subclass is kept as `__dict__`; attributes are found in it, whatever methods it overrides.
import copy
import functools
import pickle


class Loud(dict):
    def __getitem__(self, key):
        print('got', key)
        return dict.__getitem__(self, key)

    def __setitem__(self, key, value):
        print('put', key)
        dict.__setitem__(self, key, value)

    def __missing__(self, key):
        print('missed', key)
        return 42


class Plain:
    shared = 5

    @functools.cached_property
    def computed(self):
        return 9


names = Loud(x=1)
plain = Plain()
plain.__dict__ = names
print(plain.__dict__ is names, vars(plain) is names)   # expect: True True
print(plain.x, plain.shared)                           # expect: 1 5
plain.y = 2
print(hasattr(plain, 'z'), names)                      # expect: False {'x': 1, 'y': 2}
del plain.x
print(plain.__dict__['y'])
# expect: got y
# expect: 2
print(plain.computed)
# expect: put computed
# expect: 9
print(plain.__getstate__() is names)                   # expect: True
print(type(copy.copy(plain).__dict__).__name__)        # expect: dict
plain.__dict__ = {'w': 3}
print(type(plain.__dict__).__name__, plain.w)          # expect: dict 3
print(type(pickle.loads(pickle.dumps(plain)).__dict__).__name__)   # expect: dict


class Own(dict):
    def __init__(self, *args, **keywords):
        dict.__init__(self, *args, **keywords)
        self.__dict__ = self


own = Own(a=1)
own.b = 2
own['c'] = 3
print(own, own.a, own['b'], own.c)      # expect: {'a': 1, 'b': 2, 'c': 3} 1 2 3
print(own.__dict__ is own)              # expect: True
del own.a
print(own, dir(own)[-2:])               # expect: {'b': 2, 'c': 3} ['update', 'values']
again = pickle.loads(pickle.dumps(own))
print(again, again.b)                   # expect: {'b': 2, 'c': 3} 2
