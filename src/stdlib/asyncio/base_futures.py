"""The states of futures."""

from asyncio import isfuture

__all__ = ()

_PENDING, _CANCELLED, _FINISHED = 'PENDING', 'CANCELLED', 'FINISHED'


def _settle(future, error, result=None):
    """Give a future its outcome: the error if there is one, else the result."""
    if error is None:
        future.set_result(result)
    else:
        future.set_exception(error)


def _settle_unless_cancelled(future, error, result=None):
    """The same for a future that somebody may have stopped waiting for, or that may not be there."""
    if future is not None and not future.cancelled():
        _settle(future, error, result)
