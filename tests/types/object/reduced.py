# What `__reduce_ex__` gives by protocol, and what it refuses.
import copyreg, types, threading, weakref, contextvars


class Plain:
    pass


class Slots:
    __slots__ = ('a', 'b')


class Word(str):
    pass


class Named:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self.made = args, kwargs
        return self

    def __getnewargs_ex__(self):
        return self.made


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def names(parts):
    return [getattr(part, '__name__', part) for part in parts]


p = Plain()
print(p.__reduce_ex__(2)[0] is copyreg.__newobj__)  # expect: True
print(names(p.__reduce__()))
# expect: ['_reconstructor', (<class '__main__.Plain'>, <class 'object'>, None)]
p.x = 1
print(names(p.__reduce_ex__(0)))
# expect: ['_reconstructor', (<class '__main__.Plain'>, <class 'object'>, None), {'x': 1}]
print(names(p.__reduce_ex__(4)))
# expect: ['__newobj__', (<class '__main__.Plain'>,), {'x': 1}, None, None]
print(names(Word('w').__reduce_ex__(1)))
# expect: ['_reconstructor', (<class '__main__.Word'>, <class 'str'>, 'w')]
print(names(Word('w').__reduce_ex__(2)))
# expect: ['__newobj__', (<class '__main__.Word'>, 'w'), None, None, None]
print(names(Named(1, k=2).__reduce_ex__(2)))
# expect: ['__newobj_ex__', (<class '__main__.Named'>, (1,), {'k': 2}), {'made': ((1,), {'k': 2})}, None, None]
print(names(Named(1).__reduce_ex__(2)))
# expect: ['__newobj__', (<class '__main__.Named'>, 1), {'made': ((1,), {})}, None, None]
s = Slots()
s.a = 1
print(names(s.__reduce_ex__(2)))
# expect: ['__newobj__', (<class '__main__.Slots'>,), (None, {'a': 1}), None, None]
show(lambda: s.__reduce_ex__(1))
# expect: TypeError a class that defines __slots__ without defining __getstate__ cannot be pickled
show((1).__reduce__)                                       # expect: TypeError cannot pickle 'int' object
show([].__reduce__)                                        # expect: TypeError cannot pickle 'list' object
show(lambda: threading.Lock().__reduce_ex__(2))            # expect: TypeError cannot pickle '_thread.lock' object
show(lambda: threading.Lock().__reduce_ex__(1))            # expect: TypeError cannot pickle 'lock' object
show(lambda: contextvars.ContextVar('v').__reduce_ex__(2))
# expect: TypeError cannot pickle '_contextvars.ContextVar' object
show(lambda: weakref.ref(p).__reduce_ex__(2))              # expect: TypeError cannot pickle 'weakref.ReferenceType' object
show(lambda: types.ModuleType('m').__reduce_ex__(2))       # expect: TypeError cannot pickle 'module' object
show(lambda: (lambda: 0).__reduce_ex__(2))                 # expect: TypeError cannot pickle 'function' object
for bad in [1], ((1,), 2), ([], {}), 5, ((), {}, 1):
    Named.__getnewargs_ex__ = lambda self: bad
    show(lambda: p.__class__ and Named().__reduce_ex__(2))
# expect: TypeError __getnewargs_ex__ should return a tuple, not 'list'
# expect: TypeError second item of the tuple returned by __getnewargs_ex__ must be a dict, not 'int'
# expect: TypeError first item of the tuple returned by __getnewargs_ex__ must be a tuple, not 'list'
# expect: TypeError __getnewargs_ex__ should return a tuple, not 'int'
# expect: ValueError __getnewargs_ex__ should return a tuple of length 2, not 3
