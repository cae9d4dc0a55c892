"""How objects of classes that cannot say so themselves are copied and pickled."""
__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def constructor(object):
    """Refuse what cannot be called."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Let a function say how objects of a class are made again."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    import functools
    import operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj


def _reduce_ex(self, protocol):
    """How an object is made again by the oldest protocols: by its nearest built-in class, and its attributes."""
    cls = self.__class__
    base = next(each for each in cls.__mro__ if not each.__flags__ & 1 << 9)
    if base is object:
        value = None
    elif base is cls:
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    else:
        value = base(self)
    has_slots = getattr(self, '__slots__', None)
    get_state = getattr(self, '__getstate__', None)
    if get_state is None:
        if has_slots:
            raise TypeError(f'cannot pickle {cls.__name__!r} object: a class that defines __slots__ without '
                            f'overriding __getstate__ cannot be pickled with protocol {protocol}')
        state = getattr(self, '__dict__', None)
    else:
        if has_slots and type(self).__getstate__ is object.__getstate__:
            raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
        state = get_state()
    made = _reconstructor, (cls, base, value)
    return (*made, state) if state else made


def _slotnames(cls):
    """The names of all slots of a class and of those it derives from."""
    known = cls.__dict__.get('__slotnames__')
    if known is not None:
        return known
    names = []
    for each in cls.__mro__:
        slots = each.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                owner = each.__name__.lstrip('_')
                name = f'_{owner}{name}' if owner else name
            names.append(name)
    try:
        cls.__slotnames__ = names
    except Exception:
        pass
    return names


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def add_extension(module, name, code):
    """Register an extension code."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f'key {key} is already registered with code {_extension_registry[key]}')
    if code in _inverted_registry:
        raise ValueError(f'code {code} is already in use for key {_inverted_registry[code]}')
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Forget an extension code."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    """Forget what extension codes stood for."""
    _extension_cache.clear()
