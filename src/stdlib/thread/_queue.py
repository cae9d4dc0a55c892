"""The queue that has no limit."""

from _collections import deque as _deque
from _thread import allocate_lock as _allocate_lock


class Empty(Exception):
    """Exception raised by Queue.get(block=0)/get_nowait()."""

    __module__ = '_queue'


class SimpleQueue:
    """Simple, unbounded, reentrant FIFO queue."""

    def __init__(self):
        self._items = _deque()
        self._waiters = _deque()

    def put(self, item, block=True, timeout=None):
        """Put the item on the queue; never blocks."""
        self._items.append(item)
        if self._waiters:
            self._waiters.popleft().release()

    def put_nowait(self, item):
        """Put an item into the queue without blocking."""
        self.put(item)

    def get(self, block=True, timeout=None):
        """Remove and return an item from the queue."""
        if not self._items:
            if block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
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
        """Remove and return an item from the queue without blocking."""
        return self.get(block=False)

    def empty(self):
        """Return True if the queue is empty."""
        return not self._items

    def qsize(self):
        """Return the size of the queue."""
        return len(self._items)

    __class_getitem__ = classmethod(type(list[int]))
