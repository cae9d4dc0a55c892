"""Work for several processes. Snakelet has one: what would be a process is a thread here, and says so once."""

import os
import queue
import sys
import threading

from multiprocessing import process
from multiprocessing.process import Process, active_children, current_process, parent_process

__all__ = [
    "Array", "AuthenticationError", "Barrier", "BoundedSemaphore", "BufferTooShort", "Condition", "Event", "JoinableQueue",
    "Lock", "Manager", "Pipe", "Pool", "Process", "ProcessError", "Queue", "RLock", "RawArray", "RawValue", "Semaphore",
    "SimpleQueue", "TimeoutError", "Value", "active_children", "cpu_count", "current_process", "freeze_support",
    "get_all_start_methods", "get_context", "get_logger", "get_start_method", "log_to_stderr", "parent_process",
    "set_executable", "set_start_method",
]

from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore


class ProcessError(Exception):
    """Any error of this package."""


class BufferTooShort(ProcessError):
    """What came is larger than the room for it."""


class TimeoutError(ProcessError):
    """Something took too long."""


class AuthenticationError(ProcessError):
    """The other end is not who it should be."""


class Queue(queue.Queue):
    """A queue between processes."""

    _closed = False

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        super().put(obj, block, timeout)

    def close(self):
        """Say that nothing more is put in here."""
        self._closed = True

    def join_thread(self):
        """Wait until everything is on its way: it is."""

    def cancel_join_thread(self):
        """Do not wait for what is on its way."""


class JoinableQueue(Queue):
    """A queue that knows what of it is done."""


class SimpleQueue(Queue):
    """A queue that can do little."""


def cpu_count():
    """How many processors there are."""
    count = os.cpu_count()
    if count is None:
        raise NotImplementedError("cannot determine number of cpus")
    return count


def freeze_support():
    """Nothing is to be done for programs that were made one file."""


class _Shared:
    """A value with a lock."""

    def __init__(self, value, lock):
        self.value = value
        self._lock = threading.RLock() if lock is True or lock is None else lock

    def get_lock(self):
        """The lock."""
        return self._lock

    def get_obj(self):
        """The value itself."""
        return self

    def acquire(self, *args, **kw):
        return self._lock.acquire(*args, **kw)

    def release(self):
        self._lock.release()

    def __enter__(self):
        self._lock.acquire()
        return self

    def __exit__(self, *args):
        self._lock.release()


_CHARACTERS = {"c": b"\0"}


def Value(typecode_or_type, *args, lock=True):
    """A number that processes share, as `value`."""
    default = 0.0 if typecode_or_type in ("f", "d") else _CHARACTERS.get(typecode_or_type, 0)
    return _Shared(args[0] if args else default, lock)


def RawValue(typecode_or_type, *args):
    """A number that processes share, without a lock."""
    return Value(typecode_or_type, *args)


class _SharedArray(_Shared):
    def __init__(self, values, lock):
        super().__init__(None, lock)
        self._values = values

    def __len__(self):
        return len(self._values)

    def __getitem__(self, place):
        found = self._values[place]
        return list(found) if isinstance(place, slice) else found

    def __setitem__(self, place, value):
        if isinstance(place, slice):
            import array
            value = array.array(self._values.typecode, value)
        self._values[place] = value

    def __iter__(self):
        return iter(self._values)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    """Numbers that processes share."""
    import array
    values = [0] * size_or_initializer if isinstance(size_or_initializer, int) else size_or_initializer
    return _SharedArray(array.array(typecode_or_type, values), lock)


def RawArray(typecode_or_type, size_or_initializer):
    """Numbers that processes share, without a lock."""
    return Array(typecode_or_type, size_or_initializer)


class _Connection:
    """One end of a pipe."""

    def __init__(self, incoming, outgoing):
        self._incoming, self._outgoing = incoming, outgoing
        self._next = []
        self.closed = False
        self.readable, self.writable = incoming is not None, outgoing is not None

    def _check(self, end, what):
        if self.closed:
            raise OSError("handle is closed")
        if end is None:
            raise OSError(f"connection is {what}-only")

    def send(self, obj):
        """Send an object."""
        self._check(self._outgoing, "read")
        self._outgoing.put((obj,))

    send_bytes = send

    def recv(self):
        """The next object; EOFError where the other end is closed."""
        self._check(self._incoming, "write")
        found = self._next.pop() if self._next else self._incoming.get()
        if found is None:
            self._next.append(None)
            raise EOFError
        return found[0]

    recv_bytes = recv

    def poll(self, timeout=0.0):
        """Whether there is an object."""
        self._check(self._incoming, "write")
        if not self._next:
            try:
                self._next.append(self._incoming.get(timeout is None or timeout > 0, timeout or None))
            except queue.Empty:
                return False
        return True

    def close(self):
        """Say that nothing more is sent."""
        if not self.closed:
            self.closed = True
            if self._outgoing is not None:
                self._outgoing.put(None)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def Pipe(duplex=True):
    """Two ends of a pipe; unless it goes both ways the first is to receive and the second to send."""
    there, back = queue.Queue(), queue.Queue()
    if duplex:
        return _Connection(back, there), _Connection(there, back)
    return _Connection(there, None), _Connection(None, there)


def Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None):
    """Some processes that calls are spread over."""
    from multiprocessing.pool import Pool
    return Pool(processes, initializer, initargs, maxtasksperchild)


class _Manager:
    """Makes objects that processes share: they all do."""

    Queue, JoinableQueue, Event, Lock, RLock = Queue, JoinableQueue, Event, Lock, RLock
    Semaphore, BoundedSemaphore, Condition, Barrier = Semaphore, BoundedSemaphore, Condition, Barrier
    list, dict = list, dict
    Value, Array, Pool = staticmethod(Value), staticmethod(Array), staticmethod(Pool)

    @staticmethod
    def Namespace(**kw):
        """An object with attributes."""
        import types
        return types.SimpleNamespace(**kw)

    def start(self, initializer=None, initargs=()):
        """Nothing must be started."""

    def shutdown(self):
        """Nothing must be ended."""

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.shutdown()


def Manager():
    """What makes objects that processes share."""
    return _Manager()


_method = None


def get_all_start_methods():
    """The ways in which processes can be started elsewhere."""
    return ["fork", "spawn", "forkserver"]


def get_start_method(allow_none=False):
    """The way that was chosen."""
    return _method if allow_none or _method else "fork"


def set_start_method(method, force=False):
    """Choose a way; it changes nothing here."""
    global _method
    if _method is not None and not force:
        raise RuntimeError("context has already been set")
    if method not in (None, *get_all_start_methods()):
        raise ValueError(f"cannot find context for {method!r}")
    _method = method


def set_executable(executable):
    """Say which program processes are: this one."""


def get_context(method=None):
    """This module itself, whatever the way."""
    if method not in (None, *get_all_start_methods()):
        raise ValueError(f"cannot find context for {method!r}")
    return sys.modules[__name__]


def get_logger():
    """The logger of this package."""
    import logging
    return logging.getLogger("multiprocessing")


def log_to_stderr(level=None):
    """Let the logger write to standard error."""
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("[%(levelname)s/%(processName)s] %(message)s"))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    return logger
