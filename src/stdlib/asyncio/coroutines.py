"""What is a coroutine."""

from asyncio import iscoroutine, iscoroutinefunction

# What marks callables of any kind as coroutine functions.
_is_coroutine = object()

__all__ = ('iscoroutinefunction', 'iscoroutine')


def _is_debug_mode():
    import os
    import sys
    return sys.flags.dev_mode or not sys.flags.ignore_environment and bool(os.environ.get('PYTHONASYNCIODEBUG'))


def _format_coroutine(coro):
    if not iscoroutine(coro):
        raise AssertionError
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    shown = f'{name}()' if name else f'<{type(coro).__name__} without __name__>()'
    running = getattr(coro, 'cr_running', None) or getattr(coro, 'gi_running', None)
    if code is None:
        return f'{shown} running' if running else shown
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    file = code.co_filename or '<empty co_filename>'
    if frame is None:
        return f'{shown} done, defined at {file}:{code.co_firstlineno}'
    return f'{shown} running at {file}:{frame.f_lineno}'
