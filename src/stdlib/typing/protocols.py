"""Protocols: classes that others belong to by what they have, not by what they derive from."""
__name__ = 'typing'
import typing
from abc import ABCMeta, abstractmethod
from typing import Generic, _caller

# Names that every class has or that say nothing about its instances.
_NOT_MEMBERS = frozenset({
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__protocol_attrs__', '__non_callable_proto_members__', '__type_params__', '__abstractmethods__',
    '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__', '__subclasshook__',
    '__weakref__', '__class_getitem__', '__match_args__', '__static_attributes__', '__firstlineno__',
    '_MutableMapping__marker',
})

# Classes that a protocol may derive from without their being protocols.
_ALLOWED_BASES = {
    'collections.abc': {
        'Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'Hashable', 'Sized', 'Container',
        'Collection', 'Reversible', 'Buffer',
    },
    'contextlib': {'AbstractContextManager', 'AbstractAsyncContextManager'},
}


def _members(cls):
    """The names that a protocol asks for."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in (*base.__dict__, *getattr(base, '__annotations__', {})):
            if name not in _NOT_MEMBERS and not name.startswith('_abc_'):
                names.add(name)
    return names


def _find_statically(instance, name):
    """A member of an object without running any of its code; the object itself is the answer for "none"."""
    places = []
    try:
        places.append(object.__getattribute__(instance, '__dict__'))
    except AttributeError:
        pass
    if isinstance(instance, type):
        places = [cls.__dict__ for cls in instance.__mro__]
    places.extend(cls.__dict__ for cls in type(instance).__mro__)
    for place in places:
        if name in place:
            return place[name]
    return _find_statically


def _is_checked_by_library():
    return _caller() in ('abc', 'functools')


def _refuse_unchecked():
    raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if (name != 'Protocol' or bases != (Generic,)) and Protocol in bases:
            for base in bases:
                fits = (
                    base is object or base is Generic
                    or base.__name__ in _ALLOWED_BASES.get(base.__module__, ())
                    or issubclass(base, Generic) and getattr(base, '_is_protocol', False)
                )
                if not fits:
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if getattr(cls, '_is_protocol', False):
            cls.__protocol_attrs__ = _members(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False) and not _is_checked_by_library():
            runtime = getattr(cls, '_is_runtime_protocol', False)
            by_members = runtime and cls.__dict__.get('__subclasshook__') is _proto_hook
            data = sorted(cls.__non_callable_proto_members__) if by_members else ()
            if data or not runtime:
                if not isinstance(other, type):
                    raise TypeError('issubclass() arg 1 must be a class')
                if not runtime:
                    _refuse_unchecked()
                raise TypeError(
                    "Protocols with non-method members don't support issubclass(). "
                    f'Non-method members: {str(data)[1:-1]}.')
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False) and not _is_checked_by_library():
            _refuse_unchecked()
        if super().__instancecheck__(instance):
            return True
        for name in cls.__protocol_attrs__:
            value = _find_statically(instance, name)
            if value is _find_statically or value is None and name not in cls.__non_callable_proto_members__:
                return False
        return True


def _has_member(other, name):
    """Whether a class has a member that a protocol asks for; one that is None says that it has not."""
    for base in other.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        promised = name in getattr(base, '__annotations__', {})
        if promised and issubclass(other, Generic) and getattr(other, '_is_protocol', False):
            return True
    return False


@classmethod
def _proto_hook(cls, other):
    asks = cls.__dict__.get('_is_protocol', False)
    return asks and all(_has_member(other, name) for name in cls.__protocol_attrs__) or NotImplemented


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    # A class that only inherits this gets the next real initialiser, once and for all.
    if cls.__init__ is _no_init_or_replace_init:
        inits = (base.__dict__.get('__init__', cls.__init__) for base in cls.__mro__)
        cls.__init__ = next(init for init in inits if init is not _no_init_or_replace_init)
        cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols."""

    _is_protocol, _is_runtime_protocol = True, False
    __slots__ = ()

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own = cls.__dict__
        if not own.get('_is_protocol'):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if '__subclasshook__' not in own:
            cls.__subclasshook__ = _proto_hook
        if cls.__init__ is Protocol.__init__ and cls._is_protocol:
            cls.__init__ = _no_init_or_replace_init


typing._protocol_class = Protocol


def runtime_checkable(cls):
    """Let isinstance() and issubclass() check a protocol by the presence of its members."""
    if not issubclass(cls, Generic) or not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = set()
    for name in cls.__protocol_attrs__:
        try:
            is_callable = callable(getattr(cls, name, None))
        except Exception as error:
            raise TypeError(f'Failed to determine whether protocol member {name!r} is a method member') from error
        if not is_callable:
            cls.__non_callable_proto_members__.add(name)
    return cls


def is_protocol(tp, /):
    """Whether a type is a protocol."""
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


def _conversion(name, doc, method, result):
    """A runtime protocol with one abstract method that only the object is passed to."""
    def convert(self):
        pass

    convert.__name__, convert.__qualname__ = method, f'{name}.{method}'
    convert.__annotations__ = {'return': result}
    body = {'__module__': __name__, '__doc__': doc, '__slots__': (), method: abstractmethod(convert)}
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), body))


SupportsInt = _conversion('SupportsInt', 'What int() can convert.', '__int__', int)
SupportsFloat = _conversion('SupportsFloat', 'What float() can convert.', '__float__', float)
SupportsComplex = _conversion('SupportsComplex', 'What complex() can convert.', '__complex__', complex)
SupportsBytes = _conversion('SupportsBytes', 'What bytes() can convert.', '__bytes__', bytes)
SupportsIndex = _conversion('SupportsIndex', 'What can stand for an integer.', '__index__', int)


@runtime_checkable
class SupportsAbs[T](Protocol):
    """What abs() takes."""

    @abstractmethod
    def __abs__(self) -> T: ...

    __slots__ = ()


@runtime_checkable
class SupportsRound[T](Protocol):
    """What round() takes."""

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T: ...

    __slots__ = ()
