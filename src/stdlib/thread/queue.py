"""Queues between threads."""

from _collections import deque
from _queue import Empty, SimpleQueue
from threading import Condition, Lock
from time import monotonic as time
import types

__all__ = ['Empty', 'Full', 'ShutDown', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Full(Exception):
    """There is no place in the queue."""


class ShutDown(Exception):
    """The queue takes and gives no more."""


class Queue:
    """A queue with a given maximum size; without a limit if that is not positive."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.is_shutdown, self.unfinished_tasks = False, 0
        self._init(maxsize)
        self.mutex = mutex = Lock()
        self.not_empty, self.not_full, self.all_tasks_done = Condition(mutex), Condition(mutex), Condition(mutex)

    __class_getitem__ = classmethod(types.GenericAlias)

    # What other kinds of queues do otherwise.

    def _init(self, maxsize):
        self.queue = deque()

    def _get(self):
        return self.queue.popleft()

    def _put(self, item):
        self.queue.append(item)

    def _qsize(self):
        return len(self.queue)

    # How full it is may have changed when the answer is read.

    def full(self):
        """Whether there was no place a moment ago."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def empty(self):
        """Whether there was nothing in it a moment ago."""
        with self.mutex:
            return self._qsize() == 0

    def qsize(self):
        """How many items were in it a moment ago."""
        with self.mutex:
            return self._qsize()

    def get_nowait(self):
        """Take an item out; Empty if there is none."""
        return self.get(block=False)

    def put_nowait(self, item):
        """Put an item in; Full if there is no place."""
        return self.put(item, block=False)

    def get(self, block=True, timeout=None):
        """Take an item out, waiting for one if need be."""
        with self.not_empty:
            self._check_open(giving=True)
            self._wait_until(self.not_empty, self._qsize, block, timeout, Empty)
            self._check_open(giving=True)
            item = self._get()
            self.not_full.notify()
        return item

    def put(self, item, block=True, timeout=None):
        """Put an item in, waiting for a free place if need be."""
        with self.not_full:
            self._check_open()
            if self.maxsize > 0:
                self._wait_until(self.not_full, self._has_room, block, timeout, Full)
                self._check_open()
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def _check_open(self, giving=False):
        """What is left in a queue that was shut down can still be taken."""
        if self.is_shutdown and not (giving and self._qsize()):
            raise ShutDown

    def _has_room(self):
        return self._qsize() < self.maxsize

    def _wait_until(self, condition, is_fine, block, timeout, error):
        if not block:
            if not is_fine():
                raise error
            return
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = None if timeout is None else time() + timeout
        while not is_fine() and not self.is_shutdown:
            left = None
            if end is not None:
                left = end - time()
                if left <= 0.0:
                    raise error
            condition.wait(left)

    def task_done(self):
        """Say that an item which was taken out has been worked on."""
        with self.all_tasks_done:
            left = self.unfinished_tasks - 1
            if left < 0:
                raise ValueError('task_done() called too many times')
            if left == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = left

    def join(self):
        """Wait until task_done() was called for each item that was ever put in."""
        with self.all_tasks_done:
            self.all_tasks_done.wait_for(lambda: not self.unfinished_tasks)

    def shutdown(self, immediate=False):
        """Take nothing more, and give nothing once it is empty, or at once."""
        changed = [self.not_empty, self.not_full]
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                changed.insert(0, self.all_tasks_done)
                while self._qsize():
                    self._get()
                    self.unfinished_tasks = max(self.unfinished_tasks - 1, 0)
            for condition in changed:
                condition.notify_all()


class _ListQueue(Queue):
    """A queue whose items are in a list."""

    def _init(self, maxsize):
        self.queue = []


class PriorityQueue(_ListQueue):
    """A queue that gives its least item first."""

    def _get(self):
        from heapq import heappop
        return heappop(self.queue)

    def _put(self, item):
        from heapq import heappush
        heappush(self.queue, item)


class LifoQueue(_ListQueue):
    """A queue that gives its newest item first."""

    def _get(self):
        return self.queue.pop()
