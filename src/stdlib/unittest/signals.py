"""Results that Ctrl-C stops."""

__unittest = True

_results = []


def registerResult(result):
    """Remember a result that runs."""
    _results[:] = [result]


def removeResult(result):
    """Forget a result."""
    found = result in _results
    if found:
        _results.remove(result)
    return found


def installHandler():
    """Let Ctrl-C end the run behind the test that runs: the interpreter raises KeyboardInterrupt there."""


def removeHandler(method=None):
    """Undo installHandler, for good or while a function runs."""
    return method
