"""Mappings, lists and strings around others: a part of collections, whose name its classes bear; few programs ask for it."""
__name__ = 'collections'

import _operator
from _collections_abc import Mapping, MutableMapping, MutableSequence, Sequence

# What is being shown, so that what contains itself comes to an end.
_guarded = {}


class ChainMap(MutableMapping):
    """Several mappings seen as one: the first that has a key gives its value, changes go to the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for layer in self.maps:
            try:
                return layer[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def get(self, key, default=None):
        """The value of a key, or the default where there is none."""
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                keys[key] = None
        return iter(keys)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        mark = id(self)
        if mark in _guarded:
            return '...'
        _guarded[mark] = True
        try:
            return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'
        finally:
            del _guarded[mark]

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """One mapping with these keys and one value for all."""
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        """A copy whose first mapping is a copy; the others are shared."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """The same with another mapping in front."""
        front = kwargs if m is None else m
        if kwargs and m is not None:
            front.update(kwargs)
        return self.__class__(front, *self.maps)

    @property
    def parents(self):
        """The same without the first mapping."""
        return self.__class__(*self.maps[1:])

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        _of_first(self.maps[0].__delitem__, key)

    def pop(self, key, *args):
        """Take a key out of the first mapping and give its value."""
        return _of_first(self.maps[0].pop, key, *args)

    def popitem(self):
        """Take the last pair out of the first mapping and give it."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def clear(self):
        """Take all pairs out of the first mapping."""
        self.maps[0].clear()

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = self.copy()
        result.maps[0].update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        result = dict(other)
        for child in reversed(self.maps):
            result.update(child)
        return self.__class__(result)


def _of_first(take, key, *args):
    try:
        return take(key, *args)
    except KeyError:
        raise KeyError(f'Key not found in the first mapping: {key!r}')


def _readings(owner, **functions):
    """Methods of a class by name that give what a function makes of `data`."""

    def reading(name, function):
        def method(self):
            return function(self.data)

        method.__name__ = name
        method.__qualname__ = f'{owner}.{name}'
        return method

    return {name: reading(name, function) for name, function in functions.items()}


class UserDict(MutableMapping):
    """A mapping to derive from: its content is in the dictionary `data`."""

    vars().update(_readings('UserDict', __len__=len, __iter__=iter, __repr__=repr))

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for source in (dict, kwargs or None):
            if source is not None:
                self.update(source)

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        kind = self.__class__
        if key in self.data:
            return self.data[key]
        if not hasattr(kind, '__missing__'):
            raise KeyError(key)
        return kind.__missing__(self, key)

    def __delitem__(self, key):
        del self.data[key]

    def __setitem__(self, key, item):
        self.data[key] = item

    def get(self, key, default=None):
        """The value of a key, or the default where there is none."""
        return self[key] if key in self else default

    def __or__(self, other):
        other = _plain(other)
        return other if other is NotImplemented else self.__class__(self.data | other)

    def __ror__(self, other):
        other = _plain(other)
        return other if other is NotImplemented else self.__class__(other | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        result = self.__class__.__new__(self.__class__)
        result.__dict__.update(self.__dict__)
        result.__dict__['data'] = self.__dict__['data'].copy()
        return result

    def copy(self):
        """A shallow copy."""
        content = self.data
        if self.__class__ is UserDict:
            return UserDict(content.copy())
        from copy import copy
        # Subclasses may have more to copy; the content is then put in as they want it.
        self.data = {}
        try:
            result = copy(self)
        finally:
            self.data = content
        result.update(self)
        return result

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A mapping with these keys and one value for all."""
        result = cls()
        for key in iterable:
            result[key] = value
        return result


def _plain(value):
    if isinstance(value, UserDict):
        return value.data
    return value if isinstance(value, dict) else NotImplemented


def comparison(operator):
    def compare(self, other):
        return operator(self.data, other.data if isinstance(other, UserList) else other)

    compare.__name__ = f'__{operator.__name__}__'
    compare.__qualname__ = f'UserList.{compare.__name__}'
    return compare


class UserList(MutableSequence):
    """A sequence to derive from: its content is in the list `data`."""

    vars().update(_readings('UserList', __len__=len, __repr__=repr))

    def __init__(self, initlist=None):
        if isinstance(initlist, UserList):
            initlist = initlist.data[:]
        self.data = [] if initlist is None else list(initlist)

    __eq__ = comparison(_operator.eq)
    __lt__ = comparison(_operator.lt)
    __le__ = comparison(_operator.le)
    __gt__ = comparison(_operator.gt)
    __ge__ = comparison(_operator.ge)

    def __imul__(self, n):
        self.data *= n
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __delitem__(self, i):
        del self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __contains__(self, item):
        return item in self.data

    def __iadd__(self, other):
        self.data += _items(self, other)
        return self

    def __add__(self, other):
        return self.__class__(self.data + _items(self, other))

    def __radd__(self, other):
        return self.__class__(_items(self, other) + self.data)

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        vars(made).update(vars(self), data=vars(self)['data'][:])
        return made

    def extend(self, other):
        self.data.extend(other.data if isinstance(other, UserList) else other)

    def append(self, item):
        self.data.append(item)

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def insert(self, i, item):
        self.data.insert(i, item)

    def reverse(self):
        self.data.reverse()

    def remove(self, item):
        self.data.remove(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def pop(self, i=-1):
        return self.data.pop(i)

    def copy(self):
        return self.__class__(self)

    def clear(self):
        self.data.clear()

    def count(self, item):
        return self.data.count(item)


def _items(owner, other):
    """What to join with the content of a list."""
    if isinstance(other, UserList):
        return other.data
    return other if isinstance(other, type(owner.data)) else list(other)


class UserString(Sequence):
    """A string to derive from: its text is in `data`."""

    vars().update(_readings(
        'UserString', __str__=str, __repr__=repr, __len__=len, __hash__=hash, __int__=int, __float__=float,
        __complex__=complex,
    ))

    def __init__(self, seq):
        self.data = seq.data[:] if isinstance(seq, UserString) else _spelled(seq)

    def __getnewargs__(self):
        return (self.data[:],)

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def __eq__(self, string):
        return self.data == _text(string)

    def __lt__(self, string):
        return self.data < _text(string)

    def __le__(self, string):
        return self.data <= _text(string)

    def __gt__(self, string):
        return self.data > _text(string)

    def __ge__(self, string):
        return self.data >= _text(string)

    def __contains__(self, char):
        return _text(char) in self.data

    def __add__(self, other):
        return self.__class__(self.data + _spelled(_text(other)))

    def __radd__(self, other):
        return self.__class__(_spelled(other) + self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode(
            'utf-8' if encoding is None else encoding, 'strict' if errors is None else errors
        )


def _text(value):
    return value.data if isinstance(value, UserString) else value


def _spelled(value):
    return value if isinstance(value, str) else str(value)


def forward(name, wraps):
    method = getattr(str, name)

    def call(self, *args, **kwargs):
        args = tuple(_text(arg) for arg in args)
        result = method(self.data, *args, **kwargs)
        return self.__class__(result) if wraps else result

    call.__name__ = name
    call.__qualname__ = f'UserString.{name}'
    setattr(UserString, name, call)


for name in (
    'capitalize', 'casefold', 'center', 'expandtabs', 'ljust', 'lower', 'lstrip', 'removeprefix', 'removesuffix',
    'replace', 'rjust', 'rstrip', 'strip', 'swapcase', 'title', 'translate', 'upper', 'zfill',
):
    forward(name, True)
for name in (
    'count', 'endswith', 'find', 'format', 'format_map', 'index', 'isalnum', 'isalpha', 'isascii', 'isdecimal',
    'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'join',
    'partition', 'rfind', 'rindex', 'rpartition', 'rsplit', 'split', 'splitlines', 'startswith',
):
    forward(name, False)
UserString.maketrans = str.maketrans
