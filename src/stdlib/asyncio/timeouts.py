"""Time limits for blocks of code."""

from asyncio import CancelledError, current_task, get_running_loop

__all__ = ('Timeout', 'timeout', 'timeout_at')

_CREATED, _ENTERED, _EXPIRING, _EXPIRED, _EXITED = 'created', 'active', 'expiring', 'expired', 'finished'


class Timeout:
    """Cancels the code in its block when the time is over, and turns that into TimeoutError."""

    def __init__(self, when):
        self._state = _CREATED
        self._timeout_handler = None
        self._task = None
        self._when = when

    def when(self):
        """Return the current deadline."""
        return self._when

    def reschedule(self, when):
        """Reschedule the timeout."""
        if self._state != _ENTERED:
            if self._state == _CREATED:
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        earlier = self._timeout_handler
        if earlier is not None:
            earlier.cancel()
        self._when = when
        if when is None:
            self._timeout_handler = None
            return
        loop = get_running_loop()
        if when <= loop.time():
            self._timeout_handler = loop.call_soon(self._on_timeout)
        else:
            self._timeout_handler = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Whether the time was over before the block was."""
        return self._state in (_EXPIRING, _EXPIRED)

    def __repr__(self):
        shown = self._state
        if self._state == _ENTERED:
            when = round(self._when, 3) if self._when is not None else None
            return f'<Timeout [{shown}] when={when}>'
        return f'<Timeout [{shown}]>'

    async def __aenter__(self):
        if self._state != _CREATED:
            raise RuntimeError('Timeout has already been entered')
        task = current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = _ENTERED
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timeout_handler is not None:
            self._timeout_handler.cancel()
            self._timeout_handler = None
        if self._state == _EXPIRING:
            self._state = _EXPIRED
            # Only if nobody else has asked to cancel the task is the cancellation ours to swallow.
            if self._task.uncancel() <= self._cancelling and exc_type is not None:
                if issubclass(exc_type, CancelledError):
                    raise TimeoutError from exc_val
                if exc_val is not None:
                    _insert_timeout_error(exc_val)
                    if isinstance(exc_val, ExceptionGroup):
                        for member in exc_val.exceptions:
                            _insert_timeout_error(member)
        elif self._state == _ENTERED:
            self._state = _EXITED
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = _EXPIRING
        self._timeout_handler = None


def _insert_timeout_error(error):
    """Put a TimeoutError before the cancellation in an exception's chain of contexts."""
    while error.__context__ is not None:
        if isinstance(error.__context__, CancelledError):
            inserted = TimeoutError()
            inserted.__context__ = inserted.__cause__ = error.__context__
            error.__context__ = inserted
            break
        error = error.__context__


def timeout(delay):
    """Limit a block to so many seconds; None sets no limit."""
    loop = get_running_loop()
    return Timeout(loop.time() + delay if delay is not None else None)


def timeout_at(when):
    """Limit a block to a time of the loop's clock; None sets no limit."""
    return Timeout(when)
