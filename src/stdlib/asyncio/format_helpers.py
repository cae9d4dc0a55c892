"""How callbacks show themselves, and where something is made."""

import functools
import sys

from asyncio.constants import DEBUG_STACK_DEPTH

_PARTS = (functools.partial, functools.partialmethod)


def _get_function_source(func):
    """The file and the line of a function that the language has written; None for others."""
    import inspect
    while True:
        func = inspect.unwrap(func)
        if not isinstance(func, _PARTS):
            break
        func = func.func
    code = func.__code__ if inspect.isfunction(func) else None
    return None if code is None else (code.co_filename, code.co_firstlineno)


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    """The arguments of a call, which only debug mode shows: they may be secret."""
    if not debug:
        return '()'
    import reprlib
    shown = list(map(reprlib.repr, args or ()))
    for name, value in (kwargs or {}).items():
        shown.append(f'{name}={reprlib.repr(value)}')
    return f'({", ".join(shown)})'


def _format_callback(func, args, kwargs, *, debug=False, suffix=''):
    """A callback with its arguments, those of partial functions from the inside out."""
    while isinstance(func, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
        func, args, kwargs = func.func, func.args, func.keywords
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None) or repr(func)
    return name + _format_args_and_kwargs(args, kwargs, debug=debug) + suffix


def _format_callback_source(func, args, *, debug=False):
    """The same with the place where the callback is written."""
    place = _get_function_source(func)
    shown = _format_callback(func, args, None, debug=debug)
    return shown if place is None else f'{shown} at {place[0]}:{place[1]}'


def extract_stack(f=None, limit=None):
    """The frames from f outwards, outermost first."""
    from traceback import StackSummary, walk_stack
    # The frames of the library are not among them.
    start = sys._getframe() if f is None else f
    found = StackSummary.extract(walk_stack(start), limit=limit or DEBUG_STACK_DEPTH, lookup_lines=False)
    found.reverse()
    return found
