"""Private names of the module that other projects' type helpers reach for (`typing_extensions` above all)."""
__name__ = 'typing'
import typing
import warnings
from _typing_protocols import _NOT_MEMBERS as _excluded, _members as _get_protocol_attrs
from _typing_records import _FIXED as _prohibited, _OF_THE_CLASS as _special
from typing import _cached, _collect_type_parameters, _unique

EXCLUDED_ATTRIBUTES = [*_excluded]
_ASSERT_NEVER_REPR_MAX_LENGTH = 100
_cleanups = []


def _tp_cache(func=None, /, *, typed=False):
    """Let a function remember its results; `typed` tells equal arguments of different types apart."""
    if func is None:
        return lambda function: _tp_cache(function, typed=typed)
    if not typed:
        return _cached(func)
    remembered = _cached(lambda args: func(*(value for value, _ in args)))
    return lambda *args: remembered(typing._typed(args))


def _deduplicate(params, *, unhashable_fallback=False):
    if not unhashable_fallback:
        return dict.fromkeys(params)
    return _unique(params)


def _collect_parameters(args):
    warnings.warn('The private _collect_parameters function is deprecated and will be removed in a future version of Python. '
                  'Any use of private functions is discouraged and may break in the future.', DeprecationWarning, stacklevel=2)
    return _collect_type_parameters(args)
