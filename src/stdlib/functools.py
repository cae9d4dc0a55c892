"""Functions about functions."""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from types import GenericAlias

__all__ = [
    'update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
    'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property',
]

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper look like the function that it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper with the arguments given here."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _negated(operation):
    def compare(self, other):
        result = getattr(type(self), operation)(self, other)
        return result if result is NotImplemented else not result
    return compare


def _or_equal(operation):
    def compare(self, other):
        result = getattr(type(self), operation)(self, other)
        if result is NotImplemented:
            return result
        return result or self == other
    return compare


def _and_not_equal(operation):
    def compare(self, other):
        result = getattr(type(self), operation)(self, other)
        if result is NotImplemented:
            return result
        return result and self != other
    return compare


def _neither(operation):
    def compare(self, other):
        result = getattr(type(self), operation)(self, other)
        if result is NotImplemented:
            return result
        return not result and self != other
    return compare


def _negated_or_equal(operation):
    def compare(self, other):
        result = getattr(type(self), operation)(self, other)
        if result is NotImplemented:
            return result
        return not result or self == other
    return compare


# For each ordering that a class may define: how the others follow from it.
_FOLLOWING = {
    '__lt__': (('__gt__', _neither), ('__le__', _or_equal), ('__ge__', _negated)),
    '__le__': (('__ge__', _negated_or_equal), ('__lt__', _and_not_equal), ('__gt__', _negated)),
    '__gt__': (('__lt__', _neither), ('__ge__', _or_equal), ('__le__', _negated)),
    '__ge__': (('__le__', _negated_or_equal), ('__gt__', _and_not_equal), ('__lt__', _negated)),
}


def total_ordering(cls):
    """Give a class the orderings that it lacks."""
    defined = {name for name in _FOLLOWING if getattr(cls, name, None) is not getattr(object, name, None)}
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(defined)
    for name, make in _FOLLOWING[root]:
        if name not in defined:
            compare = make(root)
            compare.__name__ = name
            compare.__qualname__ = name
            setattr(cls, name, compare)
    return cls


_initial_missing = object()


def __getattr__(name):
    if name == '_CacheInfo':
        return _cache_info_type()
    if name == 'namedtuple':
        from collections import namedtuple
        return namedtuple
    if name == 'get_cache_token':
        from abc import get_cache_token
        return get_cache_token
    if name == 'recursive_repr':
        from reprlib import recursive_repr
        return recursive_repr
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def _cache_info_type():
    global _CacheInfo
    from collections import namedtuple
    if '_CacheInfo' not in globals():
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], module='functools')
    return _CacheInfo


def _cache_info(*statistics):
    return _cache_info_type()(*statistics)


def _make_key(args, kwds, typed, kwd_mark=(object(),), fasttypes={int, str}):
    """The key of the arguments in a cache."""
    key = args
    if kwds:
        key += kwd_mark
        for item in kwds.items():
            key += item
    if typed:
        key += tuple(type(value) for value in args)
        if kwds:
            key += tuple(type(value) for value in kwds.values())
    elif len(key) == 1 and type(key[0]) in fasttypes:
        return key[0]
    return key


def lru_cache(maxsize=128, typed=False):
    """A decorator that keeps the results of the calls used last."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """A decorator that keeps the results of all calls."""
    return lru_cache(maxsize=None)(user_function)


class partialmethod:
    """A method with some of its arguments."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and getattr(func, '__get__', None) is None:
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            # A chain of them is one, with the arguments of all.
            args, keywords = func.args + args, {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func)]
        parts.extend(map(repr, self.args))
        parts.extend(f'{name}={value!r}' for name, value in self.keywords.items())
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__dict__.update(__isabstractmethod__=self.__isabstractmethod__, __partialmethod__=self)
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        result = None
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
        if result is None:
            result = self._make_unbound_method().__get__(obj, cls)
        return result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(GenericAlias)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


def _unwrap_partialmethod(func):
    previous = None
    while func is not previous:
        previous = func
        while isinstance(getattr(func, '__partialmethod__', None), partialmethod):
            func = func.__partialmethod__
        while isinstance(func, partialmethod):
            func = getattr(func, 'func')
        func = _unwrap_partial(func)
    return func


def _c3_merge(sequences):
    """Merge resolution orders into one."""
    result = []
    sequences = [list(sequence) for sequence in sequences]
    while True:
        sequences = [sequence for sequence in sequences if sequence]
        if not sequences:
            return result
        for sequence in sequences:
            candidate = sequence[0]
            if not any(candidate in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(candidate)
        for sequence in sequences:
            if sequence[0] is candidate:
                del sequence[0]


def _c3_mro(cls, abcs=None):
    """The resolution order of a class with abstract base classes put where they belong."""
    boundary = 0
    for place, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, '__abstractmethods__'):
            boundary = len(cls.__bases__) - place
            break
    abcs = list(abcs) if abcs else []
    explicit = list(cls.__bases__[:boundary])
    implied = [
        base for base in abcs
        if issubclass(cls, base) and not any(issubclass(each, base) for each in cls.__bases__)
    ]
    for base in implied:
        abcs.remove(base)
    others = list(cls.__bases__[boundary:])
    orders = [_c3_mro(base, abcs=abcs) for base in explicit + implied + others]
    return _c3_merge([[cls]] + orders + [explicit, implied, others])


def _compose_mro(cls, types):
    """The resolution order of a class with those of the types that it is a virtual subclass of."""
    bases = set(cls.__mro__)

    def is_related(typ):
        return (
            typ not in bases and hasattr(typ, '__mro__') and not isinstance(typ, GenericAlias)
            and issubclass(cls, typ)
        )

    types = [typ for typ in types if is_related(typ)]

    def is_strict_base(typ):
        return any(typ != other and typ in other.__mro__ for other in types)

    types = [typ for typ in types if not is_strict_base(typ)]
    known = set(types)
    order = []
    for typ in types:
        found = []
        for sub in typ.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([base for base in sub.__mro__ if base in known])
        if not found:
            order.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for line in found:
            for base in line:
                if base not in order:
                    order.append(base)
    return _c3_mro(cls, abcs=order)


def _find_impl(cls, registry):
    """The best implementation in a registry for a class."""
    match = None
    order = _compose_mro(cls, registry.keys())
    for typ in order:
        if match is not None:
            # Two unrelated abstract classes fit equally well.
            if (
                typ in registry and typ not in cls.__mro__ and match not in cls.__mro__
                and not issubclass(match, typ)
            ):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {typ}')
            break
        if typ in registry:
            match = typ
    return registry.get(match)


def singledispatch(func):
    """Make a function generic: the class of its first argument chooses the implementation."""
    import types
    registry = {}
    dispatch_cache = {}
    cache_token = None

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal cache_token
        if cache_token is not None:
            from abc import get_cache_token
            token = get_cache_token()
            if cache_token != token:
                dispatch_cache.clear()
                cache_token = token
        try:
            return dispatch_cache[cls]
        except KeyError:
            try:
                found = registry[cls]
            except KeyError:
                found = _find_impl(cls, registry)
            dispatch_cache[cls] = found
            return found

    def is_union(cls):
        if isinstance(cls, types.UnionType):
            return True
        return getattr(getattr(cls, '__origin__', None), '__name__', None) == 'Union' or (
            type(cls).__name__ == '_UnionGenericAlias'
        )

    def is_valid_dispatch_type(cls):
        if isinstance(cls, type):
            return True
        return is_union(cls) and all(isinstance(arg, type) for arg in cls.__args__)

    def register(cls, func=None):
        """Register the implementation for a class."""
        nonlocal cache_token
        if is_valid_dispatch_type(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(
                    f'Invalid first argument to `register()`: {cls!r}. '
                    f'Use either `@register(some_class)` or plain `@register` on an annotated function.'
                )
            func = cls
            argname, cls = _first_hint(func)
            if not is_valid_dispatch_type(cls):
                if is_union(cls):
                    raise TypeError(
                        f'Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.'
                    )
                raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} is not a class.')
        if is_union(cls):
            for arg in cls.__args__:
                registry[arg] = func
        else:
            registry[cls] = func
        if cache_token is None and hasattr(cls, '__abstractmethods__'):
            from abc import get_cache_token
            cache_token = get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.__dict__.update(
        register=register, dispatch=dispatch, registry=types.MappingProxyType(registry),
        _clear_cache=dispatch_cache.clear,
    )
    return update_wrapper(wrapper, func)


def _first_hint(func):
    """The name of a function's first annotated parameter, and the class that it means."""
    try:
        from typing import get_type_hints
    except ImportError:
        hints = dict(func.__annotations__)
        names = getattr(func, '__globals__', {})
        hints = {
            name: eval(hint, names) if isinstance(hint, str) else type(None) if hint is None else hint
            for name, hint in hints.items()
        }
    else:
        hints = get_type_hints(func)
    return next(iter(hints.items()))


class singledispatchmethod:
    """Make a method generic: the class of its first argument beside self chooses the implementation."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Register the implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{funcname} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


_NOT_FOUND = object()


class cached_property:
    """A property that is computed once and then stands in the instance."""

    def __init__(self, func):
        self.func, self.attrname = func, None
        self.__doc__, self.__module__ = func.__doc__, func.__module__

    def __set_name__(self, owner, name):
        known = self.attrname
        if known is None:
            self.attrname = name
        elif name != known:
            raise TypeError(
                'Cannot assign the same cached_property to two different names '
                f'({self.attrname!r} and {name!r}).'
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f'instance to cache {self.attrname!r} property.'
            ) from None
        value = cache.get(self.attrname, _NOT_FOUND)
        if value is _NOT_FOUND:
            value = self.func(instance)
            try:
                cache[self.attrname] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                    f'does not support item assignment for caching {self.attrname!r} property.'
                ) from None
        return value

    __class_getitem__ = classmethod(GenericAlias)
