"""Containers beside the built-in ones."""
import sys as _sys
from _collections import (
    _count_elements, _deque_iterator, _first_key, _move_to_back, _move_to_front, _named_with_module, _tuplegetter, deque,
)

__all__ = [
    'ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple',
]

_LATER = ('ChainMap', 'UserDict', 'UserList', 'UserString')
_GenericAlias = type(list[int])
_guarded = {}


def __getattr__(name):
    # What needs abstract base classes is made when it is first asked for: few programs do.
    if name == 'abc':
        import collections.abc
        return collections.abc
    if name in _LATER:
        import _collections_wrappers
        for each in _LATER:
            globals()[each] = getattr(_collections_wrappers, each)
        return globals()[name]
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
        # Whatever a subclass says of updating.
        OrderedDict.update(self, other, **kwds)

    def update(self, other=(), /, *args, **kwds):
        """Set the pairs of a mapping or an iterable, then the keywords."""
        if args:
            raise TypeError(f'update() takes at most 1 positional argument ({len(args) + 1} given)')
        if type(other) is dict or type(other) is OrderedDict:
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
        return key, dict.pop(self, key)

    def pop(self, key, default=_guarded):
        """Take a key out and give its value, or the default where there is no such key."""
        return dict.pop(self, key) if default is _guarded else dict.pop(self, key, default)

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
            if type(self) is OrderedDict:
                return f'{type(self).__name__}({dict.__repr__(self)})'
            # A subclass says which keys it has, and what each stands for.
            return f'{type(self).__name__}({({key: self[key] for key in self.keys()})!r})'
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
        return type(self), (), self.__getstate__(), None, iter(self.items())

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
        OrderedDict.update(result, other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        OrderedDict.update(result, self)
        return result

    def __ior__(self, other):
        OrderedDict.update(self, other)
        return self


_views = {}


def _view(name, mapping):
    """A view of an OrderedDict, which asks no subclass; the classes are made when first needed."""
    if not _views:
        from _collections_abc import ItemsView, KeysView, ValuesView

        class odict_keys(KeysView):
            __slots__ = ()
            __module__ = 'builtins'

            def __iter__(self):
                return dict.__iter__(self._mapping)

            def __reversed__(self):
                return dict.__reversed__(self._mapping)

        class odict_values(ValuesView):
            __slots__ = ()
            __module__ = 'builtins'

            def __iter__(self):
                return iter(dict.values(self._mapping))

            def __reversed__(self):
                return reversed(dict.values(self._mapping))

        class odict_items(ItemsView):
            __slots__ = ()
            __module__ = 'builtins'

            def __iter__(self):
                return iter(dict.items(self._mapping))

            def __reversed__(self):
                return reversed(dict.items(self._mapping))

        for view in (odict_keys, odict_values, odict_items):
            view.__qualname__ = view.__name__
            view.__repr__ = _repr_view
            _views[view.__name__] = view
    return _views[name](mapping)


def _repr_view(self):
    mark = id(self._mapping), type(self)
    if mark in _guarded:
        return '...'
    _guarded[mark] = True
    try:
        return f'{type(self).__name__}({list(self)!r})'
    finally:
        del _guarded[mark]


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
