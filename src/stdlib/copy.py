"""Copies of objects: shallow ones, and deep ones of all that they hold."""
from _weakref import ref as _weak_reference

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error

_ATOMIC = {
    type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property, type(Ellipsis),
    type(NotImplemented), type(len), type(lambda: 0), type((lambda: 0).__code__), type([].append),
    _weak_reference,
}
_DEEP_ATOMIC = _ATOMIC - {tuple, frozenset, slice}
_COPIED_BY_METHOD = {list, dict, set, bytearray}


def _reduced(cls, x, how):
    """What makes the object again."""
    from copyreg import dispatch_table
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, '__reduce_ex__', None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, '__reduce__', None)
    if reductor is not None:
        return reductor()
    raise Error(f'un{how}copyable object of type {cls}')


def copy(x):
    """A copy that holds the same objects."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if cls in _COPIED_BY_METHOD:
        return cls.copy(x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    made = _reduced(cls, x, '(shallow)')
    if isinstance(made, str):
        return x
    return _reconstruct(x, None, *made)


def deepcopy(x, memo=None, _nil=[]):
    """A copy that holds copies of all that the object holds."""
    cls = type(x)
    if cls in _DEEP_ATOMIC:
        return x
    d = id(x)
    if memo is None:
        memo = {}
    else:
        known = memo.get(d, _nil)
        if known is not _nil:
            return known
    if cls is list:
        result = []
        memo[d] = result
        for item in x:
            result.append(deepcopy(item, memo))
    elif cls is dict:
        result = {}
        memo[d] = result
        for key, value in x.items():
            result[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        result = _deepcopy_tuple(x, memo)
    elif issubclass(cls, type):
        result = x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            result = copier(memo)
        elif cls is type(deepcopy.__get__(memo)):
            result = type(x)(x.__func__, deepcopy(x.__self__, memo))
        else:
            made = _reduced(cls, x, '(deep)')
            result = x if isinstance(made, str) else _reconstruct(x, memo, *made)
    if result is not x:
        memo[d] = result
        _keep_alive(x, memo)
    return result


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A tuple that holds itself was copied meanwhile.
    try:
        return memo[id(x)]
    except KeyError:
        pass
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _keep_alive(x, memo):
    """Keep an object that was copied while the copy goes on, so that no other gets its identity."""
    memo.setdefault(id(memo), []).append(x)


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    """Make an object again from what reduces it; each part is copied too if there is a memo."""
    def part(value):
        return value if memo is None else deepcopy(value, memo)

    y = func(*map(part, args))
    if memo is not None:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, part(state))
    for item in () if listiter is None else listiter:
        y.append(part(item))
    for key, value in () if dictiter is None else dictiter:
        key, value = part(key), part(value)
        y[key] = value
    return y


def _set_state(y, state):
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    # A pair is what stands in the dictionary, and what in slots.
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if attributes is not None:
        y.__dict__.update(attributes)
    for name, value in () if slots is None else slots.items():
        setattr(y, name, value)


def replace(obj, /, **changes):
    """A copy with other values for some of its fields."""
    kind = obj.__class__
    if not hasattr(kind, '__replace__'):
        raise TypeError(f'replace() does not support {kind.__name__} objects')
    return kind.__replace__(obj, **changes)
