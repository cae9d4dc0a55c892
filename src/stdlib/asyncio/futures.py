"""Futures, and how they go together with those of threads."""

from asyncio import CancelledError, Future, InvalidStateError, get_event_loop, isfuture
from asyncio.base_futures import _CANCELLED, _FINISHED, _PENDING, _settle

__all__ = ('Future', 'wrap_future', 'isfuture')


def _get_loop(fut):
    """The loop of a future."""
    get_loop = getattr(fut, 'get_loop', None)
    return get_loop() if get_loop is not None else fut._loop


def _set_result_unless_cancelled(fut, result):
    """Set the result unless the future was cancelled."""
    if not fut.cancelled():
        fut.set_result(result)


def _convert_future_exc(exc):
    import concurrent.futures
    kind = type(exc)
    if kind is concurrent.futures.CancelledError:
        return CancelledError(*exc.args).with_traceback(exc.__traceback__)
    if kind is concurrent.futures.InvalidStateError:
        return InvalidStateError(*exc.args).with_traceback(exc.__traceback__)
    return exc


def _outcome(source):
    """The error of a future that has ended, as it is for futures of the other kind, and the result."""
    error = source.exception()
    return (None, source.result()) if error is None else (_convert_future_exc(error), None)


def _set_concurrent_future_state(concurrent, source):
    """Copy the outcome of a future to one of threads."""
    if source.cancelled():
        concurrent.cancel()
    if concurrent.set_running_or_notify_cancel():
        _settle(concurrent, *_outcome(source))


def _copy_future_state(source, dest):
    """Copy the outcome of a future of any kind to one of a loop."""
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
        return
    _settle(dest, *_outcome(source))


def _chain_future(source, destination):
    """Let the outcome of one future be that of another, and cancellation go the other way."""
    import concurrent.futures
    for future, place in ((source, 'source'), (destination, 'destination')):
        if not isfuture(future) and not isinstance(future, concurrent.futures.Future):
            raise TypeError(f'A future is required for {place} argument')
    loops = [_get_loop(future) if isfuture(future) else None for future in (source, destination)]
    source_loop, dest_loop = loops
    if dest_loop is None:
        finish = _set_concurrent_future_state
    else:
        def finish(future, other):
            _copy_future_state(other, future)

    def in_loop(loop, call, *args):
        """Make a call where a future lives: at once, if both do or it lives in no loop."""
        if loop is None or source_loop is dest_loop:
            call(*args)
        else:
            loop.call_soon_threadsafe(call, *args)

    def _call_check_cancel(ended):
        if ended.cancelled():
            in_loop(source_loop, source.cancel)

    def _call_set_state(ended):
        lives_on = dest_loop is None or not dest_loop.is_closed()
        if lives_on or dest_loop is source_loop and not destination.cancelled():
            in_loop(dest_loop, finish, destination, ended)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    """A future of the loop that gets what one of another thread gets."""
    import concurrent.futures
    if isfuture(future):
        return future
    if not isinstance(future, concurrent.futures.Future):
        raise AssertionError(f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        loop = get_event_loop()
    new_future = loop.create_future()
    _chain_future(future, new_future)
    return new_future


# There is one implementation of each, which is native.
_PyFuture = _CFuture = Future
