"""Synchronisation primitives. Each waiter is a future in a queue; whoever frees something resolves the first."""

from _collections import deque
from asyncio import CancelledError, _task_number
from asyncio.exceptions import BrokenBarrierError
from asyncio.mixins import _LoopBoundMixin

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')


class _ContextManagerMixin:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


def _described(shown, state, waiters):
    """The plain repr of an object with its state added."""
    if waiters:
        state = f'{state}, waiters:{len(waiters)}'
    return f'<{shown[1:-1]} [{state}]>'


class Lock(_ContextManagerMixin, _LoopBoundMixin):
    """A lock that one task holds at a time; the others get it in the order in which they came."""

    def __init__(self):
        self._waiters = None
        self._locked = False
        self._taker = 0

    def __repr__(self):
        return _described(super().__repr__(), 'locked' if self._locked else 'unlocked', self._waiters)

    def locked(self):
        """Whether somebody holds the lock."""
        return self._locked

    def _nobody_waits(self):
        if self._waiters is not None:
            for waiter in self._waiters:
                if not waiter.cancelled():
                    return False
        return True

    async def acquire(self):
        """Wait until the lock is free, and take it."""
        if not self._locked and self._nobody_waits():
            self._locked, self._taker = True, _task_number()
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            # The lock may have been handed to this waiter; the next one must get it instead.
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked, self._taker = True, _task_number()
        return True

    def release(self):
        """Free the lock and wake up the first waiter."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters:
            first = self._waiters[0]
            # One that is done is about to run already.
            if not first.done():
                first.set_result(True)


class Event(_LoopBoundMixin):
    """A flag that tasks can wait for."""

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return _described(super().__repr__(), 'set' if self._value else 'unset', self._waiters)

    def clear(self):
        """Reset the flag."""
        self._value = False

    def set(self):
        """Set the flag and wake up all who wait for it."""
        waiting = () if self._value else self._waiters
        self._value = True
        for place in waiting:
            if not place.done():
                place.set_result(True)

    def is_set(self):
        """Whether the flag is set."""
        return self._value

    async def wait(self):
        """Wait until the flag is set."""
        if not self._value:
            place = self._get_loop().create_future()
            self._waiters.append(place)
            try:
                await place
            finally:
                self._waiters.remove(place)
        return True


class Condition(_ContextManagerMixin, _LoopBoundMixin):
    """A lock together with a way to wait for a change of what it protects."""

    def __init__(self, lock=None):
        self._waiters = deque()
        self._lock = Lock() if lock is None else lock
        for shared in ('locked', 'acquire', 'release'):
            setattr(self, shared, getattr(self._lock, shared))

    def __repr__(self):
        return _described(super().__repr__(), 'locked' if self.locked() else 'unlocked', self._waiters)

    async def wait(self):
        """Free the lock, wait until notified, and take the lock again."""
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        place = self._get_loop().create_future()
        self.release()
        try:
            try:
                self._waiters.append(place)
                try:
                    await place
                finally:
                    self._waiters.remove(place)
            finally:
                await self._take_back()
            return True
        except BaseException:
            # A notification that this task cannot use any more goes to the next.
            self._notify(1)
            raise

    async def _take_back(self):
        """The caller expects to hold the lock, also when it is cancelled, however often."""
        cancelled = None
        while True:
            try:
                await self.acquire()
            except CancelledError as error:
                cancelled = error
            else:
                break
        if cancelled is not None:
            try:
                raise cancelled
            finally:
                # The traceback refers to this frame.
                cancelled = None

    async def wait_for(self, predicate):
        """Wait until the predicate becomes true; return its value."""
        while not (answer := predicate()):
            await self.wait()
        return answer

    def notify_all(self):
        """Wake up all tasks that wait."""
        self.notify(len(self._waiters))

    def notify(self, n=1):
        """Wake up n of the tasks that wait."""
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        self._notify(n)

    def _notify(self, n):
        asleep = [waiter for waiter in self._waiters if not waiter.done()]
        for waiter in asleep[:max(n, 0)]:
            waiter.set_result(False)


class Semaphore(_ContextManagerMixin, _LoopBoundMixin):
    """A counter of what is free: acquire() takes one, release() gives one back."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._waiters = None
        self._value = value

    def __repr__(self):
        state = 'locked' if self.locked() else f'unlocked, value:{self._value}'
        return _described(super().__repr__(), state, self._waiters)

    def locked(self):
        """Whether acquire() would have to wait."""
        return self._value == 0 or not all(waiter.cancelled() for waiter in self._waiters or ())

    async def acquire(self):
        """Take one, waiting until there is one."""
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            # What was handed to this waiter goes back.
            if waiter.done() and not waiter.cancelled():
                self._value += 1
            raise
        finally:
            # Those who came meanwhile had to queue behind this one.
            while self._value > 0 and self._wake_up_next():
                pass
        return True

    def release(self):
        """Give one back and wake up a task that waits for it."""
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self):
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to grow above its initial value."""

    def __init__(self, value=1):
        super().__init__(value)
        self._bound_value = value

    def release(self):
        if self._value < self._bound_value:
            super().release()
        else:
            raise ValueError('BoundedSemaphore released too many times')


_FILLING, _DRAINING, _RESETTING, _BROKEN = 'filling', 'draining', 'resetting', 'broken'


class Barrier(_LoopBoundMixin):
    """A point at which a fixed number of tasks wait for each other."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition()
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        state = self._state
        if not self.broken:
            state += f', waiters:{self.n_waiting}/{self.parties}'
        return _described(super().__repr__(), state, None)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        """The block is left as it ends: all have met at its beginning."""

    async def wait(self):
        """Wait until enough tasks wait; return which of them this one is."""
        async with self._cond:
            await self._block()
            number, self._count = self._count, self._count + 1
            try:
                await (self._release() if self._count == self._parties else self._wait())
                return number
            finally:
                self._count -= 1
                self._exit()

    async def _block(self):
        # One that is being left or reset must be empty first.
        await self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
        if self._state == _BROKEN:
            raise BrokenBarrierError('Barrier aborted')

    async def _release(self):
        self._state = _DRAINING
        self._cond.notify_all()

    async def _wait(self):
        await self._cond.wait_for(lambda: self._state != _FILLING)
        if self._state in (_BROKEN, _RESETTING):
            raise BrokenBarrierError('Abort or reset of barrier')

    def _exit(self):
        if self._count == 0:
            if self._state in (_RESETTING, _DRAINING):
                self._state = _FILLING
            self._cond.notify_all()

    async def reset(self):
        """Start afresh; tasks that wait get BrokenBarrierError."""
        async with self._cond:
            if self._count > 0:
                if self._state != _RESETTING:
                    self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    async def abort(self):
        """Break the barrier; all who wait now or later get BrokenBarrierError."""
        async with self._cond:
            self._state = _BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        """How many tasks have to come."""
        return self._parties

    @property
    def n_waiting(self):
        """How many tasks wait now."""
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        """Whether the barrier is broken."""
        return self._state == _BROKEN
