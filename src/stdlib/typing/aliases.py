"""The names in `typing` for classes of other modules, each made when it is first asked for."""
__name__ = 'typing'
from _typing import TypeVar
from typing import _CallableType, _SpecialGenericAlias

# How many type arguments each takes, and the defaults of the last ones.
_ABSTRACT = {
    'Hashable': (0,), 'Awaitable': (1,), 'Coroutine': (3,), 'AsyncIterable': (1,), 'AsyncIterator': (1,),
    'Iterable': (1,), 'Iterator': (1,), 'Reversible': (1,), 'Sized': (0,), 'Container': (1,), 'Collection': (1,),
    'MutableSet': (1,), 'Mapping': (2,), 'MutableMapping': (2,), 'Sequence': (1,), 'MutableSequence': (1,),
    'MappingView': (1,), 'KeysView': (1,), 'ItemsView': (2,), 'ValuesView': (1,),
    'Generator': (3, type(None), type(None)), 'AsyncGenerator': (2, type(None)),
}
_COLLECTIONS = {
    'Deque': ('deque', 1), 'DefaultDict': ('defaultdict', 2), 'OrderedDict': ('OrderedDict', 2),
    'Counter': ('Counter', 1), 'ChainMap': ('ChainMap', 2),
}
_MANAGERS = {'ContextManager': 'AbstractContextManager', 'AsyncContextManager': 'AbstractAsyncContextManager'}
_VARIABLES = {
    'T': {}, 'KT': {}, 'VT': {}, 'T_co': {'covariant': True}, 'V_co': {'covariant': True},
    'VT_co': {'covariant': True}, 'T_contra': {'contravariant': True}, 'CT_co': {'covariant': True, 'bound': type},
}


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    def __instancecheck__(self, obj):
        import warnings
        warnings.warn(
            f"'typing.{self._name}' is deprecated and slated for removal in Python 3.14", DeprecationWarning, 1)
        return super().__instancecheck__(obj)


def make(name):
    """What a name stands for, or None."""
    if name in _ABSTRACT:
        import collections.abc
        count, *defaults = _ABSTRACT[name]
        return _SpecialGenericAlias(getattr(collections.abc, name), count, name=name, defaults=tuple(defaults))
    if name == 'Callable':
        import collections.abc
        return _CallableType(collections.abc.Callable, 2)
    if name == 'AbstractSet':
        import collections.abc
        return _SpecialGenericAlias(collections.abc.Set, 1, name='AbstractSet')
    if name == 'ByteString':
        import collections.abc
        return _DeprecatedGenericAlias(collections.abc.ByteString, 0, name='ByteString')
    if name in _COLLECTIONS:
        import collections
        origin, count = _COLLECTIONS[name]
        return _SpecialGenericAlias(getattr(collections, origin), count, name=name)
    if name in _MANAGERS:
        import contextlib
        return _SpecialGenericAlias(getattr(contextlib, _MANAGERS[name]), 2, name=name, defaults=(bool | None,))
    if name == 'Pattern' or name == 'Match':
        import re
        return _SpecialGenericAlias(getattr(re, name), 1, name=name)
    if name in _VARIABLES:
        return TypeVar(name, **_VARIABLES[name])
    return None
