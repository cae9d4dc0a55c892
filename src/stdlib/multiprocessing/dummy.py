"""The interface of multiprocessing for threads."""

__all__ = [
    "Process", "current_process", "active_children", "freeze_support", "Lock", "RLock", "Semaphore", "BoundedSemaphore",
    "Condition", "Event", "Barrier", "Queue", "Manager", "Pipe", "Pool", "JoinableQueue",
]

from multiprocessing import Manager, Pipe, freeze_support
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore
from threading import Thread, current_thread as current_process

JoinableQueue = Queue


class Process(Thread):
    """A thread with the interface of a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        super().__init__(group, target, name, args, kwargs)

    @property
    def exitcode(self):
        """0 when it has ended, else None."""
        return 0 if self.ident is not None and not self.is_alive() else None


DummyProcess = Process


def active_children():
    """All such threads that run."""
    import threading
    return [thread for thread in threading.enumerate() if isinstance(thread, Process)]


def Pool(processes=None, initializer=None, initargs=()):
    """Some threads that calls are spread over."""
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)
