"""Queues between tasks."""

from _collections import deque
from asyncio.locks import Event
from asyncio.mixins import _LoopBoundMixin

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown')


class QueueEmpty(Exception):
    """There is nothing to take, and get_nowait() does not wait."""


class QueueFull(Exception):
    """There is no room, and put_nowait() does not wait."""


class QueueShutDown(Exception):
    """The queue was shut down."""


def _wake(line, most):
    # Those who have given up stay in line until their turn comes, and do not count.
    while line and most:
        place = line.popleft()
        if not place.done():
            place.set_result(None)
            most -= 1


class Queue(_LoopBoundMixin):
    """A queue: first in, first out. With a maxsize, put() waits while it is full."""

    def __init__(self, maxsize=0):
        self._maxsize, self._unfinished_tasks, self._is_shutdown = maxsize, 0, False
        self._getters, self._putters = deque(), deque()
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)

    __class_getitem__ = classmethod(type(list[int]))

    # Where the items are, how one goes in and which one comes out: what subclasses replace.

    def _init(self, maxsize):
        self._queue = deque()

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()

    # Looking at it.

    @property
    def maxsize(self):
        """How many items there is room for; 0: any number."""
        return self._maxsize

    def qsize(self):
        """How many items there are."""
        return len(self._queue)

    def empty(self):
        """Whether there is no item."""
        return not self._queue

    def full(self):
        """Whether there is no room for another item."""
        return not self._maxsize <= 0 and self.qsize() >= self._maxsize

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def _format(self):
        parts = [f'maxsize={self._maxsize!r}']
        if getattr(self, '_queue', None):
            parts.append(f'_queue={list(self._queue)!r}')
        for name in ('_getters', '_putters'):
            if line := getattr(self, name):
                parts.append(f'{name}[{len(line)}]')
        if self._unfinished_tasks:
            parts.append(f'tasks={self._unfinished_tasks}')
        if self._is_shutdown:
            parts.append('shutdown')
        return ' '.join(parts)

    # Waiting in line.

    def _wakeup_next(self, line):
        _wake(line, 1)

    async def _stand_in(self, line, is_blocked):
        place = self._get_loop().create_future()
        line.append(place)
        try:
            await place
        except:
            self._leave(line, place, is_blocked)
            raise

    def _leave(self, line, place, is_blocked):
        place.cancel()
        if place in line:
            line.remove(place)
        # A task that was called and goes away instead hands the call on.
        if not (is_blocked() or place.cancelled()):
            self._wakeup_next(line)

    # Putting.

    def put_nowait(self, item):
        """Put an item in; QueueFull if there is no room."""
        if self._is_shutdown or self.full():
            raise QueueShutDown if self._is_shutdown else QueueFull
        self._put(item)
        self._finished.clear()
        self._unfinished_tasks += 1
        self._wakeup_next(self._getters)

    async def put(self, item):
        """Put an item in, waiting for room."""
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            await self._stand_in(self._putters, self.full)
        self.put_nowait(item)

    # Taking.

    def get_nowait(self):
        """Take an item out; QueueEmpty if there is none."""
        if self.empty():
            raise QueueShutDown if self._is_shutdown else QueueEmpty
        taken = self._get()
        self._wakeup_next(self._putters)
        return taken

    async def get(self):
        """Take an item out, waiting for one."""
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            await self._stand_in(self._getters, self.empty)
        return self.get_nowait()

    # Work on items that were taken.

    def task_done(self):
        """Say that the work on one of the items is done."""
        if not self._count_down():
            raise ValueError('task_done() called too many times')

    async def join(self):
        """Wait until the work on all items is done."""
        if self._unfinished_tasks:
            await self._finished.wait()

    def _count_down(self):
        if self._unfinished_tasks <= 0:
            return False
        self._unfinished_tasks -= 1
        if not self._unfinished_tasks:
            self._finished.set()
        return True

    def shutdown(self, immediate=False):
        """Make put() and get() raise QueueShutDown: get() once the queue is empty, or at once."""
        self._is_shutdown = True
        while immediate and not self.empty():
            self._get()
            self._count_down()
        if immediate and not self._unfinished_tasks:
            self._finished.set()
        for line in (self._getters, self._putters):
            _wake(line, len(line))


def _heap_push(heap, item):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def _heap_pop(heap):
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    # The smaller child moves up until the hole is at a leaf; the last item goes there and rises to its place.
    end, hole = len(heap), 0
    child = 1
    while child < end:
        other = child + 1
        if other < end and not heap[child] < heap[other]:
            child = other
        heap[hole] = heap[child]
        hole = child
        child = 2 * hole + 1
    heap[hole] = last
    _rise(heap, 0, hole)
    return first


def _rise(heap, top, place):
    item = heap[place]
    while place > top:
        above = (place - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[place] = parent
        place = above
    heap[place] = item


class PriorityQueue(Queue):
    """A queue that gives the least item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        _heap_push(self._queue, item)

    def _get(self):
        return _heap_pop(self._queue)


class LifoQueue(Queue):
    """A queue that gives the newest item first."""

    def _get(self):
        return self._queue.pop()

    def _put(self, item):
        self._queue.append(item)

    def _init(self, maxsize):
        self._queue = []
