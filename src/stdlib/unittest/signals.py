"""Ctrl-C that lets the test that runs come to its end."""

import signal
import weakref
from functools import wraps

__unittest = True

_results = weakref.WeakKeyDictionary()
_interrupt_handler = None


class _InterruptHandler:
    """Stops the runs that are under way; the second time it does what was done before."""

    def __init__(self, default_handler):
        self.called = False
        self.original_handler = default_handler
        if default_handler == signal.SIG_DFL:
            default_handler = signal.default_int_handler
        elif default_handler == signal.SIG_IGN:
            def default_handler(unused_signum, unused_frame):
                pass
        elif isinstance(default_handler, int):
            raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
        self.default_handler = default_handler

    def __call__(self, signum, frame):
        is_installed = signal.getsignal(signal.SIGINT) is self
        if self.called or not is_installed:
            self.default_handler(signum, frame)
        self.called = True
        for result in list(_results):
            result.stop()


def registerResult(result):
    """Remember a result that is to be stopped by Ctrl-C."""
    _results[result] = 1


def removeResult(result):
    """Forget a result."""
    return bool(_results.pop(result, None))


def installHandler():
    """Let Ctrl-C end the run behind the test that runs."""
    global _interrupt_handler
    if _interrupt_handler is None:
        _interrupt_handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _interrupt_handler)


def removeHandler(method=None):
    """Undo installHandler, for good or while a function runs."""
    if method is None:
        if _interrupt_handler is not None:
            signal.signal(signal.SIGINT, _interrupt_handler.original_handler)
        return None

    @wraps(method)
    def inner(*args, **kwargs):
        before = signal.getsignal(signal.SIGINT)
        removeHandler()
        try:
            return method(*args, **kwargs)
        finally:
            signal.signal(signal.SIGINT, before)

    return inner
