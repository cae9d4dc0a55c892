"""Functions about functions."""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from itertools import chain
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


# For each ordering that a class may define: how the others follow from what it says.
_FOLLOWING = {
    '__lt__': {
        '__gt__': lambda less, a, b: not less and a != b,
        '__le__': lambda less, a, b: less or a == b,
        '__ge__': lambda less, a, b: not less,
    },
    '__le__': {
        '__ge__': lambda at_most, a, b: not at_most or a == b,
        '__lt__': lambda at_most, a, b: at_most and a != b,
        '__gt__': lambda at_most, a, b: not at_most,
    },
    '__gt__': {
        '__lt__': lambda more, a, b: not more and a != b,
        '__ge__': lambda more, a, b: more or a == b,
        '__le__': lambda more, a, b: not more,
    },
    '__ge__': {
        '__le__': lambda at_least, a, b: not at_least or a == b,
        '__gt__': lambda at_least, a, b: at_least and a != b,
        '__lt__': lambda at_least, a, b: not at_least,
    },
}


def _ordering(name, root, follows):
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        return answer if answer is NotImplemented else follows(answer, self, other)

    compare.__name__, compare.__qualname__ = name, f'_{name.strip("_")}_from_{root.strip("_")}'
    return compare


def total_ordering(cls):
    """Give a class the orderings that it lacks."""
    defined = [name for name in _FOLLOWING if getattr(cls, name, None) is not getattr(object, name, None)]
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(defined)
    for name, follows in _FOLLOWING[root].items():
        if name not in defined:
            setattr(cls, name, _ordering(name, root, follows))
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
    named = kwd_mark + tuple(part for item in kwds.items() for part in item) if kwds else ()
    if typed:
        return args + named + tuple(map(type, args)) + tuple(map(type, kwds.values()))
    key = args + named
    return key[0] if len(key) == 1 and type(key[0]) in fasttypes else key


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


def _is_abstract(self):
    return getattr(self.func, '__isabstractmethod__', False)


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
        bound = self.func if get is None or isinstance(self.func, partial) else get(obj, cls)
        if bound is self.func:
            return self._make_unbound_method().__get__(obj, cls)
        result = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, '__self__'):
            result.__self__ = bound.__self__
        return result

    __isabstractmethod__ = property(_is_abstract)
    __class_getitem__ = classmethod(GenericAlias)


def _unwrap_partial(func):
    return _unwrap_partial(func.func) if isinstance(func, partial) else func


def _unwrap_partialmethod(func):
    """What is behind all partials and partial methods, whichever way they are put together."""
    inner = getattr(func, '__partialmethod__', None)
    if isinstance(inner, partialmethod):
        return _unwrap_partialmethod(inner)
    return _unwrap_partialmethod(func.func) if isinstance(func, (partialmethod, partial)) else func


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
    abstract = [place for place, base in enumerate(cls.__bases__, 1) if hasattr(base, '__abstractmethods__')]
    boundary = max(abstract, default=0)
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
    own = set(cls.__mro__)
    related = [
        typ for typ in types
        if typ not in own and hasattr(typ, '__mro__') and not isinstance(typ, GenericAlias) and issubclass(cls, typ)
    ]
    # The others come with these.
    latest = [typ for typ in related if not any(typ != other and typ in other.__mro__ for other in related)]
    order = []
    for typ in latest:
        lines = [
            [base for base in sub.__mro__ if base in latest]
            for sub in typ.__subclasses__() if sub not in own and issubclass(cls, sub)
        ]
        if not lines:
            order.append(typ)
        for base in chain.from_iterable(sorted(lines, key=len, reverse=True)):
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
        self.func, self.dispatcher = func, singledispatch(func)

    def register(self, cls, method=None):
        """Register the implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{name} requires at least 1 positional argument')
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return chosen.__get__(obj, cls)(*args, **kwargs)

        _method.register, _method.__isabstractmethod__ = self.register, self.__isabstractmethod__
        return update_wrapper(_method, self.func)

    __isabstractmethod__ = property(_is_abstract)


# What no cache has.
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
