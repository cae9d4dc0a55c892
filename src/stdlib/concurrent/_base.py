"""Futures between threads, and waiting for them."""

import contextlib
import threading
import time
import types

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'
_AS_COMPLETED = '_AS_COMPLETED'

PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED = (
    'PENDING', 'RUNNING', 'CANCELLED', 'CANCELLED_AND_NOTIFIED', 'FINISHED')
_SHOWN = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled',
          FINISHED: 'finished'}
_CANCELLED = (CANCELLED, CANCELLED_AND_NOTIFIED)


def _log():
    import logging
    return logging.getLogger('concurrent.futures')


class _Log:
    """The logger, looked for when there is something to say."""

    def __getattr__(self, name):
        return getattr(_log(), name)


LOGGER = _Log()


class Error(Exception):
    """What can be wrong about futures."""


class CancelledError(Error):
    """It was cancelled before the call was made."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future is not in a state where that can be done."""


class BrokenExecutor(RuntimeError):
    """The executor can run nothing any more."""


class _Waiter:
    """Hears of futures that have ended; `limit` endings, or one failure, ring its event."""

    def __init__(self, limit=None, stop_on_exception=False):
        self.event = threading.Event()
        self.finished_futures = []
        self.lock = threading.Lock()
        self.left = limit
        self.stop_on_exception = stop_on_exception

    def ended(self, future, failed):
        with self.lock:
            self.finished_futures.append(future)
            if self.left is not None:
                self.left -= 1
            if self.left is None or self.left <= 0 or failed and self.stop_on_exception:
                self.event.set()


@contextlib.contextmanager
def _locked(futures):
    """Holds the conditions of several futures, always in one order."""
    with contextlib.ExitStack() as held:
        for future in sorted(futures, key=id):
            held.enter_context(future._condition)
        yield


def _forget(waiter, futures):
    """Tell futures no more to a waiter."""
    for future in futures:
        with future._condition:
            future._waiters.remove(waiter)


class DoneAndNotDoneFutures(tuple):
    """The futures that are done, and those that are not."""

    __slots__ = ()

    def __new__(cls, done, not_done):
        return super().__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f'DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})'


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait until futures have ended: all, the first, or the first that failed."""
    fs = set(fs)
    with _locked(fs):
        done = {f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)}
        if return_when == FIRST_EXCEPTION:
            enough = any(f for f in done if not f.cancelled() and f.exception() is not None)
        else:
            enough = return_when == FIRST_COMPLETED and done
        left = fs - done
        if enough or not left:
            return DoneAndNotDoneFutures(done, left)
        if return_when == FIRST_COMPLETED:
            waiter = _Waiter(1)
        elif return_when in (FIRST_EXCEPTION, ALL_COMPLETED):
            waiter = _Waiter(len(left), return_when == FIRST_EXCEPTION)
        else:
            raise ValueError('Invalid return condition: %r' % return_when)
        for future in fs:
            future._waiters.append(waiter)
    waiter.event.wait(timeout)
    _forget(waiter, fs)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """Give futures as they end."""
    end = None if timeout is None else time.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    with _locked(fs):
        finished = {f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)}
        pending = fs - finished
        waiter = _Waiter()
        for f in fs:
            f._waiters.append(waiter)
    finished = list(finished)
    try:
        yield from _one_by_one(finished, waiter, (fs,))
        while pending:
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left < 0:
                    raise TimeoutError('%d (of %d) futures unfinished' % (len(pending), total))
            waiter.event.wait(left)
            with waiter.lock:
                finished = waiter.finished_futures
                waiter.finished_futures = []
                waiter.event.clear()
            finished.reverse()
            yield from _one_by_one(finished, waiter, (fs, pending))
    finally:
        _forget(waiter, fs)


def _one_by_one(finished, waiter, sets):
    while finished:
        future = finished[-1]
        for each in sets:
            each.remove(future)
        _forget(waiter, (future,))
        del future
        yield finished.pop()


class Future:
    """The result of a call that runs elsewhere."""

    def __init__(self):
        self._condition, self._state = threading.Condition(), PENDING
        self._result = self._exception = None
        self._waiters, self._done_callbacks = [], []

    def __repr__(self):
        with self._condition:
            shown = f'<{self.__class__.__name__} at {id(self):#x} state={_SHOWN[self._state]}'
            if self._state != FINISHED:
                return shown + '>'
            if self._exception:
                return f'{shown} raised {self._exception.__class__.__name__}>'
            return f'{shown} returned {self._result.__class__.__name__}>'

    def _tell(self, failed):
        for waiter in self._waiters:
            waiter.ended(self, failed)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception:
            LOGGER.exception('exception calling callback for %r', self)

    def cancel(self):
        """Let the call never be made, if it has not begun; whether that went well."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            fresh = self._state not in _CANCELLED
            if fresh:
                self._state = CANCELLED
                self._condition.notify_all()
        if fresh:
            self._invoke_callbacks()
        return True

    def _is_in(self, *states):
        with self._condition:
            return self._state in states

    def done(self):
        """Whether it has ended or was cancelled."""
        return self._is_in(*_CANCELLED, FINISHED)

    def running(self):
        """Whether the call is being made."""
        return self._is_in(RUNNING)

    def cancelled(self):
        """Whether it was cancelled."""
        return self._is_in(*_CANCELLED)

    def _get_result(self):
        if self._exception is None:
            return self._result
        try:
            raise self._exception
        finally:
            # The traceback refers to this frame.
            self = None

    def add_done_callback(self, fn):
        """Call a function with the future when that ends, at once if it has."""
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        self._invoke(fn)

    def _await_end(self, timeout):
        """Wait until it has ended; the condition is held."""
        if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            self._condition.wait(timeout)
        if self._state in _CANCELLED:
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """What the call gives, when it has."""
        try:
            with self._condition:
                self._await_end(timeout)
                return self._get_result()
        finally:
            self = None

    def exception(self, timeout=None):
        """What the call raised, when it is over; None if it went well."""
        with self._condition:
            self._await_end(timeout)
            return self._exception

    def set_running_or_notify_cancel(self):
        """The call begins, unless it was cancelled; whether it does."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell(False)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            LOGGER.critical('Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

    def _end(self, failed, outcome):
        with self._condition:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError('{}: {!r}'.format(self._state, self))
            if failed:
                self._exception = outcome
            else:
                self._result = outcome
            self._state = FINISHED
            self._tell(failed)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_result(self, result):
        """The call has given this."""
        self._end(False, result)

    def set_exception(self, exception):
        """The call has raised this."""
        self._end(True, exception)

    __class_getitem__ = classmethod(types.GenericAlias)


class Executor:
    """Something that runs calls."""

    def submit(self, fn, /, *args, **kwargs):
        """Have a call made; return its future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Give the results of calls in the order of their arguments."""
        end = None if timeout is None else time.monotonic() + timeout
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    left = None if end is None else end - time.monotonic()
                    yield _result_or_cancel(fs.pop(), left)
            finally:
                for future in fs:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; let the threads end."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _result_or_cancel(future, timeout):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future
