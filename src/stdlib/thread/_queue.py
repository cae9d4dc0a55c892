"""The queue that has no limit."""

from _collections import deque as _deque
from _thread import allocate_lock as _allocate_lock


class Empty(Exception):
    """There is nothing in the queue."""

    __module__ = '_queue'


class SimpleQueue:
    """A queue without a limit, which a finaliser may use while it is being used."""

    def __init__(self):
        self._items = _deque()
        self._waiters = _deque()

    def put(self, item, block=True, timeout=None):
        """Put an item in, without waiting for anything."""
        self._items.append(item)
        if self._waiters:
            self._waiters.popleft().release()

    def put_nowait(self, item):
        """Put an item in."""
        self.put(item)

    def get(self, block=True, timeout=None):
        """Take an item out, waiting for one if need be."""
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._items:
            if not block:
                raise Empty
            self._wait(timeout)
        return self._items.popleft()

    def _wait(self, timeout):
        from time import monotonic
        end = None if timeout is None else monotonic() + timeout
        while not self._items:
            left = -1 if end is None else end - monotonic()
            if end is not None and left <= 0:
                raise Empty
            bell = _allocate_lock()
            bell.acquire()
            self._waiters.append(bell)
            try:
                rung = bell.acquire(True, left)
            finally:
                if bell in self._waiters:
                    self._waiters.remove(bell)
            if not rung and not self._items:
                raise Empty

    def get_nowait(self):
        """Take an item out; Empty if there is none."""
        return self.get(block=False)

    def empty(self):
        """Whether there is nothing in it."""
        return not self._items

    def qsize(self):
        """How many items are in it."""
        return len(self._items)

    __class_getitem__ = classmethod(type(list[int]))
