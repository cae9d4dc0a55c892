"""A scheduler of events, which runs on any clock."""
import heapq
import threading
import time
from collections import namedtuple
from itertools import count

__all__ = ["scheduler"]

Event = namedtuple("Event", "time, priority, sequence, action, argument, kwargs")
_DOCS = {
    "time": "When it happens.", "priority": "Which of those at one time comes first: a lower number.",
    "sequence": "The order in which events were entered.", "action": "What is called.",
    "argument": "Its positional arguments.", "kwargs": "Its named arguments.",
}
for _name, _doc in _DOCS.items():
    getattr(Event, _name).__doc__ = _doc
_absent = object()


class scheduler:
    """Calls things when their time has come, as `timefunc` tells it; `delayfunc` waits."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self.timefunc, self.delayfunc = timefunc, delayfunc
        self._queue = []
        self._lock = threading.RLock()
        self._sequence = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_absent):
        """Enters an event for a time; gives it, so that it can be cancelled."""
        kwargs = {} if kwargs is _absent else kwargs
        with self._lock:
            event = Event(time, priority, next(self._sequence), action, argument, kwargs)
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_absent):
        """Enters an event for some time from now on."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes an event out; `ValueError` if it is not in the queue."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        """Whether nothing is to come."""
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Runs events until none is left; without `blocking` only those that are due, and gives the time until the next."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                wait = event.time - self.timefunc()
                if wait <= 0:
                    heapq.heappop(self._queue)
            if wait <= 0:
                event.action(*event.argument, **event.kwargs)
                # Other threads get their turn.
                self.delayfunc(0)
            elif blocking:
                self.delayfunc(wait)
            else:
                return wait

    @property
    def queue(self):
        """The events to come, in their order."""
        with self._lock:
            return sorted(self._queue)
