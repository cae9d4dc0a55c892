"""Containers beside the built-in ones."""
import sys as _sys
from _collections import (
    _count_elements, _deque_iterator, _first_key, _move_to_back, _move_to_front, _named_with_module, _tuplegetter, deque,
)

__all__ = [
    'ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple',
]

_GenericAlias = type(list[int])
_guarded = {}


def __getattr__(name):
    # What needs abstract base classes is made when it is first asked for: few programs do.
    if name == 'abc':
        import collections.abc
        return collections.abc
    if name in _LATER:
        value = _LATER[name]()
        globals()[name] = value
        return value
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return sorted({*globals(), *_LATER, 'abc'} - {'_LATER', '__getattr__', '__dir__'})


@_named_with_module
class defaultdict(dict):
    """A dictionary that makes what is missing by calling default_factory."""

    __slots__ = ('default_factory',)
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key, /):
        """Make the value of a key that is not there."""
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def __repr__(self):
        mark = id(self)
        if mark in _guarded:
            return f'{type(self).__name__}(..., {dict.__repr__(self)})'
        _guarded[mark] = True
        try:
            factory = repr(self.default_factory)
        finally:
            del _guarded[mark]
        return f'{type(self).__name__}({factory}, {dict.__repr__(self)})'

    def copy(self):
        """A shallow copy."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result


@_named_with_module
class OrderedDict(dict):
    """A dictionary that remembers the order in which keys were added, and can change it."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, other=(), /, *args, **kwds):
        if args:
            raise TypeError(f'expected at most 1 arguments, got {len(args) + 1}')
        self.update(other, **kwds)

    def update(self, other=(), /, *args, **kwds):
        """Set the pairs of a mapping or an iterable, then the keywords."""
        if args:
            raise TypeError(f'update() takes at most 1 positional argument ({len(args) + 1} given)')
        if isinstance(other, dict) and type(other).__iter__ is dict.__iter__:
            keys = list(other)
        elif hasattr(other, 'keys'):
            keys = other.keys()
        else:
            keys = None
            if hasattr(other, 'items') and not isinstance(other, (list, tuple)):
                other = other.items()
        if keys is None:
            for key, value in other:
                self[key] = value
        else:
            for key in keys:
                self[key] = other[key]
        for key in kwds:
            self[key] = kwds[key]

    def popitem(self, last=True):
        """Take a pair out and give it: the last one, or the first."""
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self)) if last else _first_key(self)
        return key, self.pop(key)

    def pop(self, key, default=_guarded):
        """Take a key out and give its value, or the default where there is no such key."""
        if default is _guarded:
            if key not in self and hasattr(type(self), '__missing__'):
                return self.__missing__(key)
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def move_to_end(self, key, last=True):
        """Make an existing key the last one, or the first."""
        if last:
            _move_to_back(self, key)
        else:
            _move_to_front(self, key)

    def setdefault(self, key, default=None):
        """The value of a key, which becomes the default where there is none."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    def keys(self):
        """A view of the keys."""
        return _view('odict_keys', self)

    def values(self):
        """A view of the values."""
        return _view('odict_values', self)

    def items(self):
        """A view of the pairs."""
        return _view('odict_items', self)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        mark = id(self)
        if mark in _guarded:
            return '...'
        _guarded[mark] = True
        try:
            if type(self).items is OrderedDict.items:
                return f'{type(self).__name__}({dict.__repr__(self)})'
            return f'{type(self).__name__}({dict(self.items())!r})'
        finally:
            del _guarded[mark]

    def copy(self):
        """A shallow copy."""
        result = type(self)()
        for key in self:
            result[key] = self[key]
        return result

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A dictionary with these keys and one value for all."""
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __reduce__(self):
        state = self.__dict__ or None
        return type(self), (), state, None, iter(self.items())

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and all(a is b or a == b for a, b in zip(self, other))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = OrderedDict.__eq__(self, other)
        return result if result is NotImplemented else not result

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


_views = {}


def _view(name, mapping):
    """A view of an OrderedDict; the classes are made when first needed."""
    if not _views:
        from _collections_abc import ItemsView, KeysView, ValuesView

        class odict_keys(KeysView):
            __slots__ = ()
            __module__ = 'builtins'

            def __iter__(self):
                return iter(self._mapping)

            def __reversed__(self):
                return reversed(self._mapping)

        class odict_values(ValuesView):
            __slots__ = ()
            __module__ = 'builtins'

            def __reversed__(self):
                for key in reversed(self._mapping):
                    yield self._mapping[key]

        class odict_items(ItemsView):
            __slots__ = ()
            __module__ = 'builtins'

            def __reversed__(self):
                for key in reversed(self._mapping):
                    yield key, self._mapping[key]

        for view in (odict_keys, odict_values, odict_items):
            view.__qualname__ = view.__name__
            view.__repr__ = _repr_view
            _views[view.__name__] = view
    return _views[name](mapping)


def _repr_view(self):
    return f'{type(self).__name__}({list(self)!r})'


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Make a subclass of tuple whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names = [str(name) for name in field_names]
    typename = _sys.intern(str(typename))
    from keyword import iskeyword
    if rename:
        seen = set()
        for place, name in enumerate(field_names):
            if not name.isidentifier() or iskeyword(name) or name.startswith('_') or name in seen:
                field_names[place] = f'_{place}'
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    for place, name in enumerate(field_names):
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in field_names[:place]:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        first = len(field_names) - len(defaults)
        if first < 0:
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(field_names[first:], defaults))
    field_names = tuple(_sys.intern(name) for name in field_names)
    count = len(field_names)
    arguments = ', '.join(field_names)
    items = f'({arguments},)' if count else '()'
    shown = ', '.join(f'{name}=%r' for name in field_names)
    new_tuple = tuple.__new__

    names = {'_new_tuple': new_tuple, '__builtins__': {}, '__name__': f'namedtuple_{typename}'}
    __new__ = eval(f'lambda _cls, {arguments}: _new_tuple(_cls, {items})', names)
    __new__.__name__ = '__new__'
    __new__.__doc__ = f'Create new instance of {typename}({arguments})'
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        made = new_tuple(cls, iterable)
        if (given := len(made)) == count:
            return made
        raise TypeError(f'Expected {count} arguments, got {given}')

    _make.__func__.__doc__ = f'Make a new {typename} object from a sequence or iterable'

    def _replace(self, /, **kwds):
        result = self._make(kwds.pop(name, value) for name, value in zip(field_names, self))
        if kwds:
            raise TypeError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'

    def __repr__(self):
        """The class and the values by name."""
        return self.__class__.__name__ + f'({shown})' % tuple(self)

    def _asdict(self):
        """The values by name in a dictionary."""
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        """The values as a plain tuple, for copies."""
        return tuple(self)

    namespace = {
        '__doc__': f'{typename}({arguments})', '__slots__': (),
        '_fields': field_names, '_field_defaults': field_defaults,
    }
    for method in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        function = getattr(method, '__func__', method)
        function.__qualname__ = f'{typename}.{function.__name__}'
        namespace[function.__name__] = method
    namespace.update(__replace__=_replace, __match_args__=field_names)
    for place, name in enumerate(field_names):
        namespace[name] = _tuplegetter(place, _sys.intern(f'Alias for field number {place}'))
    result = type(typename, (tuple,), namespace)
    if module is None:
        # Frames of the library do not count: this is the module that asks.
        module = _sys._getframemodulename(0) or '__main__'
    result.__module__ = module
    return result


class Counter(dict):
    """A dictionary of how often things were counted."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def update(self, iterable=None, /, **kwds):
        """Count the items of an iterable, or add the counts of a mapping."""
        if iterable is not None:
            if not _is_mapping(iterable):
                _count_elements(self, iterable)
            elif self:
                get = self.get
                for elem, count in iterable.items():
                    self[elem] = count + get(elem, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take off the items of an iterable, or the counts of a mapping; counts may fall below zero."""
        if iterable is not None:
            get = self.get
            if not _is_mapping(iterable):
                for elem in iterable:
                    self[elem] = get(elem, 0) - 1
            else:
                for elem, count in iterable.items():
                    self[elem] = get(elem, 0) - count
        if kwds:
            self.subtract(kwds)

    def __missing__(self, key):
        """What was never counted was counted zero times."""
        return 0

    def __delitem__(self, elem):
        """Forget a thing; nothing happens where it was not counted."""
        if elem in self:
            super().__delitem__(elem)

    def elements(self):
        """Each thing as often as it was counted."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    def most_common(self, n=None):
        """The things counted and their counts, the most common first: all, or n of them."""
        if n is None:
            return sorted(self.items(), key=_second, reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=_second)

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def __repr__(self):
        shown = ''
        if self:
            try:
                shown = repr(dict(self.most_common()))
            except TypeError:
                shown = repr(dict(self))
        return f'{self.__class__.__name__}({shown})'

    def _all_counts(self, other, relation):
        """Whether the counts of each thing, in both, are in a relation."""
        if not isinstance(other, Counter):
            return NotImplemented
        return all(relation(self[elem], other[elem]) for counts in (self, other) for elem in counts)

    def __eq__(self, other):
        return self._all_counts(other, lambda own, others: own == others)

    def __le__(self, other):
        return self._all_counts(other, lambda own, others: own <= others)

    def __ge__(self, other):
        return self._all_counts(other, lambda own, others: own >= others)

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    __hash__ = None

    def _joined(self, other, join):
        """Positive counts, each joined from those of both."""
        result = Counter()
        for elem, count in self.items():
            total = join(count, other[elem])
            if total > 0:
                result[elem] = total
        for elem, count in other.items():
            if elem not in self and (total := join(0, count)) > 0:
                result[elem] = total
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._joined(other, lambda a, b: a + b)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._joined(other, lambda a, b: a - b)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._joined(other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            least = count if count < other[elem] else other[elem]
            if least > 0:
                result[elem] = least
        return result

    def __pos__(self):
        return Counter({elem: count for elem, count in self.items() if count > 0})

    def __neg__(self):
        return Counter({elem: 0 - count for elem, count in self.items() if count < 0})

    def _keep_positive(self):
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self

    def __isub__(self, other):
        for elem, count in other.items():
            self[elem] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for elem, other_count in other.items():
            if other_count > self[elem]:
                self[elem] = other_count
        return self._keep_positive()

    def __iadd__(self, other):
        for elem, count in other.items():
            self[elem] += count
        return self._keep_positive()

    def __iand__(self, other):
        for elem, count in self.items():
            if other[elem] < count:
                self[elem] = other[elem]
        return self._keep_positive()


def _second(pair):
    return pair[1]


def _is_mapping(value):
    if isinstance(value, dict):
        return True
    if isinstance(value, (str, list, tuple, set)):
        return False
    from _collections_abc import Mapping
    return isinstance(value, Mapping)


def _make_chain_map():
    from _collections_abc import MutableMapping

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
            from _collections_abc import Mapping
            if not isinstance(other, Mapping):
                return NotImplemented
            result = self.copy()
            result.maps[0].update(other)
            return result

        def __ror__(self, other):
            from _collections_abc import Mapping
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

    return _settle(ChainMap)


def _readings(owner, **functions):
    """Methods of a class by name that give what a function makes of `data`."""

    def reading(name, function):
        def method(self):
            return function(self.data)

        method.__name__ = name
        method.__qualname__ = f'{owner}.{name}'
        return method

    return {name: reading(name, function) for name, function in functions.items()}


def _settle(cls):
    """Let a class made inside a function look as one of the module."""
    prefix = cls.__qualname__[:-len(cls.__name__)]
    cls.__qualname__ = cls.__name__
    for value in list(vars(cls).values()):
        function = getattr(value, '__func__', None) or getattr(value, 'fget', None) or value
        if hasattr(function, '__code__'):
            function.__qualname__ = function.__qualname__.removeprefix(prefix)
    return cls


def _make_user_dict():
    from _collections_abc import MutableMapping

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

    return _settle(UserDict)


def _make_user_list():
    import _operator
    from _collections_abc import MutableSequence

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

    return _settle(UserList)


def _make_user_string():
    from _collections_abc import Sequence

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
    return _settle(UserString)


_LATER = {
    'ChainMap': _make_chain_map,
    'UserDict': _make_user_dict,
    'UserList': _make_user_list,
    'UserString': _make_user_string,
}
