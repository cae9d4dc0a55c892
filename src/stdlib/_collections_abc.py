"""Abstract base classes of containers, iterators and what can be awaited: collections.abc."""
import sys
from _abc import _check_methods
from _types import _FrameLocals as framelocalsproxy
from abc import ABCMeta, abstractmethod

EllipsisType, GenericAlias, FunctionType = type(...), type(list[int]), type(lambda: None)

__all__ = [
    'Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable', 'Iterator',
    'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set', 'MutableSet', 'Mapping',
    'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence',
    'ByteString', 'Buffer',
]

__name__ = 'collections.abc'

_iterator_types = tuple(
    type(iter(iterable))
    for iterable in (
        b'', bytearray(), '', (), [], reversed([]), set(), range(0), range(1 << 1000), zip(),
        {}, {}.values(), {}.items(),
    )
)
(
    bytes_iterator, bytearray_iterator, str_iterator, tuple_iterator, list_iterator, list_reverseiterator, set_iterator,
    range_iterator, longrange_iterator, zip_iterator, dict_keyiterator, dict_valueiterator, dict_itemiterator,
) = _iterator_types
dict_keys, dict_values, dict_items = (type(view) for view in ({}.keys(), {}.values(), {}.items()))
mappingproxy = type(type.__dict__)
generator = type((lambda: (yield))())


async def _sleeper():
    pass


async def _giver():
    yield


_sleeper = _sleeper()
coroutine, async_generator = type(_sleeper), type(_giver())
# It is never awaited, and that is no mistake.
_sleeper.close()
del _sleeper, _giver


def _recognised_by(*methods):
    """Let an abstract class, but not those that derive from it, know its own by the methods that they have."""

    def equip(abstract):
        def __subclasshook__(cls, C):
            return _check_methods(C, *methods) if cls is abstract else NotImplemented

        __subclasshook__.__qualname__ = f'{abstract.__name__}.__subclasshook__'
        abstract.__subclasshook__ = classmethod(__subclasshook__)
        return abstract

    return equip


def _end(resumable, kind):
    """Throw a GeneratorExit in, and give the result that comes back in answer."""
    try:
        resumable.throw(GeneratorExit)
    except GeneratorExit:
        return None
    except StopIteration as ended:
        return ended.value
    raise RuntimeError(f'{kind} ignored GeneratorExit')


def _exhaust(take, nothing_left):
    """Take items out until an exception says that there are no more."""
    try:
        while True:
            take()
    except nothing_left:
        pass


_absent = object()


def _looked_up(mapping, key, default=_absent):
    """What a mapping has for a key, or the default."""
    try:
        return mapping[key]
    except KeyError:
        return default


@_recognised_by('__hash__')
class Hashable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@_recognised_by('__await__')
class Awaitable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __class_getitem__ = classmethod(GenericAlias)


@_recognised_by('__await__', 'send', 'throw', 'close')
class Coroutine(Awaitable):

    __slots__ = ()

    def close(self):
        """End it by a GeneratorExit."""
        _end(self, 'coroutine')

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception; give what is yielded next."""
        _raise(typ, val, tb)

    @abstractmethod
    def send(self, value):
        """Go on with a value; give what is yielded next."""
        raise StopIteration


def _raise(typ, val, tb):
    """Raise as the three arguments of throw() say."""
    if tb is not None:
        made = typ() if val is None else val
        raise made.with_traceback(tb)
    raise typ if val is None else val


@_recognised_by('__aiter__')
class AsyncIterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __class_getitem__ = classmethod(GenericAlias)


@_recognised_by('__anext__', '__aiter__')
class AsyncIterator(AsyncIterable):

    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """The next item; StopAsyncIteration at the end."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@_recognised_by('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')
class AsyncGenerator(AsyncIterator):

    __slots__ = ()

    async def aclose(self):
        """End it by a GeneratorExit."""
        try:
            await self.athrow(GeneratorExit)
        except (StopAsyncIteration, GeneratorExit):
            return
        raise RuntimeError('asynchronous generator ignored GeneratorExit')

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Go on with an exception; give what is yielded next."""
        _raise(typ, val, tb)

    @abstractmethod
    async def asend(self, value):
        """Go on with a value; give what is yielded next."""
        raise StopAsyncIteration

    async def __anext__(self):
        """The next item; StopAsyncIteration at the end."""
        return await self.asend(None)


@_recognised_by('__iter__')
class Iterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        yield from ()

    __class_getitem__ = classmethod(GenericAlias)


@_recognised_by('__iter__', '__next__')
class Iterator(Iterable):

    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """The next item; StopIteration at the end."""
        raise StopIteration

    def __iter__(self):
        return self


@_recognised_by('__reversed__', '__iter__')
class Reversible(Iterable):

    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()


@_recognised_by('__iter__', '__next__', 'send', 'throw', 'close')
class Generator(Iterator):

    __slots__ = ()

    def close(self):
        """End it by a GeneratorExit."""
        return _end(self, 'generator')

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception; give what is yielded next."""
        _raise(typ, val, tb)

    @abstractmethod
    def send(self, value):
        """Go on with a value; give what is yielded next."""
        raise StopIteration

    def __next__(self):
        """The next item; StopIteration at the end."""
        return self.send(None)


@_recognised_by('__len__')
class Sized(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_recognised_by('__contains__')
class Container(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __class_getitem__ = classmethod(GenericAlias)


@_recognised_by('__len__', '__iter__', '__contains__')
class Collection(Sized, Iterable, Container):

    __slots__ = ()


@_recognised_by('__buffer__')
class Buffer(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError


class _CallableGenericAlias(GenericAlias):
    """What `Callable[argtypes, resulttype]` gives: the argument types stand flat among the arguments."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        taken, given = args
        is_list = isinstance(taken, (tuple, list))
        if not is_list and not _is_param_expr(taken):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {taken}')
        return super().__new__(cls, origin, (*taken, given) if is_list else args)

    def __repr__(self):
        args = self.__args__
        if _is_open(args):
            return super().__repr__()
        *taken, given = map(_type_repr, args)
        return f'collections.abc.Callable[[{", ".join(taken)}], {given}]'

    def __reduce__(self):
        args = self.__args__
        return _CallableGenericAlias, (Callable, args if _is_open(args) else (list(args[:-1]), args[-1]))

    def __getitem__(self, item):
        args = super().__getitem__(item if isinstance(item, tuple) else (item,)).__args__
        if not isinstance(args[0], (tuple, list)):
            args = args[:-1], args[-1]
        return _CallableGenericAlias(Callable, tuple(args))


def _is_open(args):
    """Whether the flat arguments name no parameters one by one."""
    return len(args) == 2 and _is_param_expr(args[0])


def _is_param_expr(obj):
    """Whether something can stand for all parameters of a callable."""
    if obj is ... or isinstance(obj, list):
        return True
    kind = type(obj)
    return kind.__module__ == 'typing' and kind.__name__ in ('ParamSpec', '_ConcatenateGenericAlias')


def _type_repr(obj):
    """How a type is shown inside another."""
    if isinstance(obj, type):
        prefix = '' if obj.__module__ == 'builtins' else f'{obj.__module__}.'
        return prefix + obj.__qualname__
    if isinstance(obj, FunctionType):
        return obj.__name__
    return '...' if obj is ... else repr(obj)


@_recognised_by('__call__')
class Callable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __class_getitem__ = classmethod(_CallableGenericAlias)


class Set(Collection):
    """Set operations for a class that has __contains__, __iter__ and __len__; the comparisons follow from __le__ and __ge__."""

    __slots__ = ()

    def __le__(self, other):
        if isinstance(other, Set):
            return len(self) <= len(other) and _has_all(other, self)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, Set):
            return len(self) >= len(other) and _has_all(self, other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, Set):
            return len(self) < len(other) and self.__le__(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, Set):
            return len(self) > len(other) and self.__ge__(other)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, Set):
            return len(self) == len(other) and self.__le__(other)
        return NotImplemented

    @classmethod
    def _from_iterable(cls, it):
        """A set of what an iterable gives; to be overridden where the class itself takes something else."""
        return cls(it)

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(item for item in other if item in self)
        return NotImplemented

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(item for source in (self, other) for item in source)
        return NotImplemented

    def __sub__(self, other):
        other = _operand(self, other)
        return other if other is NotImplemented else _difference(self, self, other)

    def __rsub__(self, other):
        other = _operand(self, other)
        return other if other is NotImplemented else _difference(self, other, self)

    def __xor__(self, other):
        other = _operand(self, other)
        return other if other is NotImplemented else (self - other) | (other - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def isdisjoint(self, other):
        """Whether the sets have nothing in common."""
        return not any(item in self for item in other)

    def _hash(self):
        """A hash that equal sets share, whatever their order and class; that of frozenset."""
        word = 2 * sys.maxsize + 1
        mixed = 1927868237 * (len(self) + 1) & word
        for code in map(hash, self):
            mixed ^= (code ^ code << 16 ^ 89869747) * 3644798167 & word
        mixed = (mixed ^ mixed >> 11 ^ mixed >> 25) * 69069 + 907133923 & word
        if mixed == word:
            # -1 stands for an error.
            return 590923713
        return mixed if mixed <= sys.maxsize else mixed - word - 1


def _has_all(container, items):
    return all(item in container for item in items)


def _operand(owner, other):
    """The other operand as a set, of the owner's making if it is only iterable; else NotImplemented."""
    if isinstance(other, Set):
        return other
    return owner._from_iterable(other) if isinstance(other, Iterable) else NotImplemented


def _difference(owner, items, without):
    return owner._from_iterable(item for item in items if item not in without)


@classmethod
def _as_plain_set(cls, it):
    return set(it)


class MutableSet(Set):
    """A set that can change, for a class that adds add and discard."""

    __slots__ = ()

    def clear(self):
        """Take all items out, one by one."""
        _exhaust(self.pop, KeyError)

    def pop(self):
        """Take any item out and give it; KeyError where there is none."""
        value = next(iter(self), _absent)
        if value is _absent:
            raise KeyError from None
        self.discard(value)
        return value

    def remove(self, value):
        """Take an item out; KeyError where it is not there."""
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    @abstractmethod
    def discard(self, value):
        """Take an item out, if it is there."""
        raise NotImplementedError

    @abstractmethod
    def add(self, value):
        """Put an item in."""
        raise NotImplementedError

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it if isinstance(it, Set) else self._from_iterable(it):
            change = self.discard if value in self else self.add
            change(value)
        return self


class Mapping(Collection):
    """Keys with values, for a class that has __getitem__, __iter__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 6

    def __eq__(self, other):
        if isinstance(other, Mapping):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    def __contains__(self, key):
        return _looked_up(self, key) is not _absent

    def get(self, key, default=None):
        """The value of a key, or the default where there is none."""
        return _looked_up(self, key, default)

    def items(self):
        """A view of the pairs."""
        return ItemsView(self)

    def keys(self):
        """A view of the keys."""
        return KeysView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    __reversed__ = None


class MappingView(Sized):

    __slots__ = ('_mapping',)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._mapping!r})'

    __class_getitem__ = classmethod(GenericAlias)


class KeysView(MappingView, Set):

    __slots__ = ()

    _from_iterable = _as_plain_set

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):

    __slots__ = ()

    _from_iterable = _as_plain_set

    def __contains__(self, item):
        key, value = item
        stored = _looked_up(self._mapping, key)
        return stored is not _absent and value in (stored,)

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield key, mapping[key]


class ValuesView(MappingView, Collection):

    __slots__ = ()

    def __contains__(self, value):
        mapping = self._mapping
        return any(value in (mapping[key],) for key in mapping)

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield mapping[key]


class MutableMapping(Mapping):
    """A mapping that can change, for a class that adds __setitem__ and __delitem__."""

    __slots__ = ()

    def setdefault(self, key, default=None):
        """The value of a key, which becomes the default where there is none."""
        value = _looked_up(self, key)
        if value is _absent:
            self[key] = value = default
        return value

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    def pop(self, key, default=_absent):
        """Take a key out and give its value, or the default where there is no such key."""
        try:
            value = self[key]
        except KeyError:
            if default is not _absent:
                return default
            raise
        del self[key]
        return value

    def popitem(self):
        """Take any pair out and give it; KeyError where there is none."""
        key = next(iter(self), _absent)
        if key is _absent:
            raise KeyError from None
        pair = key, self[key]
        del self[key]
        return pair

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def clear(self):
        """Take all pairs out."""
        _exhaust(self.popitem, KeyError)

    def update(self, other=(), /, **kwds):
        """Set the pairs of a mapping or an iterable, then the keywords."""
        keys = other if isinstance(other, Mapping) else other.keys() if hasattr(other, 'keys') else None
        if keys is None:
            for key, value in other:
                self[key] = value
        else:
            for key in keys:
                self[key] = other[key]
        for key in kwds:
            self[key] = kwds[key]


class Sequence(Reversible, Collection):
    """Items by index, for a class that has __getitem__ and __len__."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        place = 0
        while True:
            try:
                item = self[place]
            except IndexError:
                return
            yield item
            place += 1

    def __reversed__(self):
        for place in range(len(self) - 1, -1, -1):
            yield self[place]

    def __contains__(self, value):
        return any(value in (item,) for item in self)

    def count(self, value):
        """How many items equal the value."""
        return sum(value in (item,) for item in self)

    def index(self, value, start=0, stop=None):
        """The place of the first item that equals the value; ValueError where there is none."""
        if start is not None and start < 0:
            start = max(start + len(self), 0)
        if stop is not None and stop < 0:
            stop += len(self)
        for place, item in _places(self, start, stop):
            if value in (item,):
                return place
        raise ValueError


def _places(sequence, place, stop):
    """Places and the items there, until stop or the end of the sequence."""
    while stop is None or place < stop:
        try:
            item = sequence[place]
        except IndexError:
            return
        yield place, item
        place += 1


def _warn_of_byte_string():
    import warnings
    # Frames of the library are not counted: the warning is about the line that asks.
    text = "'collections.abc.ByteString' is deprecated and slated for removal in Python 3.14"
    warnings.warn(text, DeprecationWarning)


class _DeprecateByteStringMeta(ABCMeta):
    """Warns where ByteString is derived from or asked about."""

    def __new__(cls, name, *args, **kwargs):
        if name != 'ByteString':
            _warn_of_byte_string()
        return super().__new__(cls, name, *args, **kwargs)

    def __instancecheck__(cls, instance):
        _warn_of_byte_string()
        return super().__instancecheck__(instance)


class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
    """What bytes and bytearray have in common; deprecated."""

    __slots__ = ()


class MutableSequence(Sequence):
    """A sequence that can change, for a class that adds __setitem__, __delitem__ and insert."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    def append(self, value):
        """Put an item behind all others."""
        self.insert(len(self), value)

    def extend(self, values):
        """Put all items of an iterable behind."""
        for value in list(values) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def remove(self, value):
        """Take out the first item that equals the value."""
        del self[self.index(value)]

    @abstractmethod
    def insert(self, index, value):
        """Put an item before the one at index."""
        raise IndexError

    def pop(self, index=-1):
        """Take an item out and give it: the last one, if no index says otherwise."""
        item = self[index]
        del self[index]
        return item

    def clear(self):
        """Take all items out."""
        _exhaust(self.pop, IndexError)

    def reverse(self):
        """Turn the order around."""
        last = len(self) - 1
        for place in range((last + 1) // 2):
            self[place], self[last - place] = self[last - place], self[place]

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError


from _collections import deque as _deque

# What the built-in types are, without their deriving from any of this.
for _abstract, _types in (
    (Coroutine, (coroutine,)),
    (AsyncGenerator, (async_generator,)),
    (Generator, (generator,)),
    (Iterator, _iterator_types),
    (Buffer, (bytes, bytearray, memoryview)),
    (Set, (frozenset,)),
    (MutableSet, (set,)),
    (Mapping, (mappingproxy, framelocalsproxy)),
    (MutableMapping, (dict,)),
    (KeysView, (dict_keys,)),
    (ItemsView, (dict_items,)),
    (ValuesView, (dict_values,)),
    (Sequence, (tuple, str, bytes, range, memoryview)),
    (ByteString, (bytes, bytearray)),
    (MutableSequence, (list, bytearray, _deque)),
):
    for _type in _types:
        _abstract.register(_type)
del _abstract, _type, _types, _deque
