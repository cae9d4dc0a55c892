"""Threads and what they wait for each other with."""

import _thread
from _collections import deque as _deque
from _thread import (TIMEOUT_MAX, RLock, _get_main_thread_ident, allocate_lock as _allocate_lock, error as ThreadError,
                     get_ident, get_native_id, stack_size)
from time import monotonic as _time
from _weakrefset import WeakSet as _WeakSet
import sys as _sys
import types as _types
from _fields import fields as _fields

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX', 'Event',
           'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError', 'Timer',
           'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs',
           'getprofile', 'gettrace', 'setprofile_all_threads', 'settrace_all_threads', 'get_native_id']

Lock = _thread.lock

_active = {}
_not_started = {}
_dangling = _WeakSet()
_numbers = {'Thread-': 0, 'Dummy-': 0}
_hooks = {'profile': None, 'trace': None}


def setprofile(func):
    """Let threads that are started from now on be profiled by a function."""
    _hooks['profile'] = func


def getprofile():
    """What setprofile() was given last."""
    return _hooks['profile']


def settrace(func):
    """Let threads that are started from now on be traced by a function."""
    _hooks['trace'] = func


def gettrace():
    """What settrace() was given last."""
    return _hooks['trace']


setprofile_all_threads = setprofile
settrace_all_threads = settrace


def _shown(what, state):
    """What an object of this module looks like in a state."""
    cls = what.__class__
    return f'<{cls.__module__}.{cls.__qualname__} at {id(what):#x}: {state}>'


class Condition:
    """A lock together with a way to wait for a change of what it protects."""

    def __init__(self, lock=None):
        self._lock = inner = RLock() if lock is None else lock
        self.acquire, self.release = inner.acquire, inner.release
        # A lock that can be taken more than once knows best how it is given up whole.
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(inner, name):
                setattr(self, name, getattr(inner, name))
        self._waiters = _deque()

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    # What follows is for locks that can be taken only once.

    def _is_owned(self):
        free = self._lock.acquire(False)
        if free:
            self._lock.release()
        return not free

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _release_save(self):
        self._lock.release()

    def wait(self, timeout=None):
        """Free the lock, wait until notified or for some seconds, and take the lock again."""
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        bell = _allocate_lock()
        bell.acquire()
        self._waiters.append(bell)
        state = self._release_save()
        rung = False
        try:
            if timeout is None:
                rung = bell.acquire()
            elif timeout > 0:
                rung = bell.acquire(True, timeout)
            else:
                rung = bell.acquire(False)
            return rung
        finally:
            try:
                self._acquire_restore(state)
            except BaseException:
                # Interrupted: those who wait within a with statement have to have the lock nevertheless.
                self._acquire_restore(state)
                raise
            if not rung and bell in self._waiters:
                self._waiters.remove(bell)

    def wait_for(self, predicate, timeout=None):
        """Wait until the predicate becomes true, or for some seconds; return its value."""
        result = predicate()
        for left in () if result else _waits(timeout):
            self.wait(left)
            result = predicate()
            if result:
                break
        return result

    def notify_all(self):
        """Wake up all threads that wait."""
        self.notify(len(self._waiters))

    def notify(self, n=1):
        """Wake up n of the threads that wait."""
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while self._waiters and n > 0:
            self._waiters.popleft().release()
            n -= 1

    def notifyAll(self):
        """The old name of notify_all."""
        _warn_of('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()


def _waits(timeout):
    """How long to wait, time after time, until some seconds are over; for ever without a limit."""
    begun = _time()
    yield timeout
    while timeout is None or begun + timeout > _time():
        yield None if timeout is None else begun + timeout - _time()


class Semaphore:
    """A counter of what is free: acquire() takes one, release() gives one back."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value, self._cond = value, Condition(Lock())

    def __repr__(self):
        return _shown(self, f'value={self._value}')

    def acquire(self, blocking=True, timeout=None):
        """Take one, waiting until there is one."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            for left in () if self._value or not blocking else _waits(timeout):
                self._cond.wait(left)
                if self._value:
                    break
            if not self._value:
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    def __exit__(self, *args):
        self.release()

    def release(self, n=1):
        """Give n back and wake up as many threads that wait."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._grow(n)

    def _grow(self, n):
        self._value += n
        self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to grow above its initial value."""

    def __init__(self, value=1):
        super().__init__(value)
        # What all together have when nobody has anything.
        self._initial_value = value

    def __repr__(self):
        return _shown(self, f'value={self._value}/{self._initial_value}')

    def _grow(self, n):
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        super()._grow(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return _shown(self, 'set' if self._flag else 'unset')

    def isSet(self):
        """The old name of is_set."""
        _warn_of('isSet() is deprecated, use is_set() instead')
        return self.is_set()

    def is_set(self):
        """Whether the flag is set."""
        return self._flag

    def wait(self, timeout=None):
        """Wait until the flag is set, or for some seconds; return whether it is."""
        with self._cond:
            return self._flag or self._cond.wait(timeout)

    def clear(self):
        """Reset the flag."""
        with self._cond:
            self._flag = False

    def set(self):
        """Set the flag and wake up all who wait for it."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()


class BrokenBarrierError(RuntimeError):
    """The barrier was broken or reset while a thread waited at it."""


_FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2


class Barrier:
    """A point at which a fixed number of threads wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._parties, self._action, self._timeout = parties, action, timeout
        self._state, self._count = _FILLING, 0
        self._cond = Condition(Lock())

    def __repr__(self):
        return _shown(self, 'broken' if self.broken else f'waiters={self.n_waiting}/{self.parties}')

    def wait(self, timeout=None):
        """Wait until enough threads wait; return which of them this one is."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (_DRAINING, _RESETTING):
                self._cond.wait()
            if self._state == _BROKEN:
                raise BrokenBarrierError
            place, self._count = self._count, self._count + 1
            try:
                if self._count == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
            finally:
                self._count -= 1
                self._exit()
            return place

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = _DRAINING
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != _FILLING, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state != _DRAINING:
            raise BrokenBarrierError

    def _exit(self):
        if self._count == 0 and self._state in (_RESETTING, _DRAINING):
            self._state = _FILLING
            self._cond.notify_all()

    def reset(self):
        """Start afresh; threads that wait get BrokenBarrierError."""
        with self._cond:
            if self._count > 0:
                if self._state != _RESETTING:
                    self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    def abort(self):
        """Break the barrier; all who wait now or later get BrokenBarrierError."""
        with self._cond:
            self._break()

    def _break(self):
        self._state = _BROKEN
        self._cond.notify_all()

    @property
    def parties(self):
        """How many threads wait for each other here."""
        return self._parties

    @property
    def n_waiting(self):
        """How many of them wait by now."""
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        """Whether whoever waits gets BrokenBarrierError."""
        return self._state == _BROKEN


class local:
    """Attributes that each thread has for itself."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        own = {}
        object.__setattr__(self, '__dict__', {'_local': ({get_ident(): own}, args, kwargs)})
        _enter_local(self)
        return self

    def __getattribute__(self, name):
        _enter_local(self)
        if name == '__dict__':
            return _without_own(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(f"{self.__class__.__name__!r} object attribute '__dict__' is read-only")
        _enter_local(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError(f"{self.__class__.__name__!r} object attribute '__dict__' is read-only")
        _enter_local(self)
        object.__delattr__(self, name)


_LOCAL = '_local'


class _ThreadDict(dict):
    """The attributes of one thread, without what all threads share."""

    __slots__ = ()


def _enter_local(self):
    """Put the attributes of this thread in place."""
    now = object.__getattribute__(self, '__dict__')
    everyone, args, kwargs = now[_LOCAL]
    me = get_ident()
    own = everyone.get(me)
    if own is now:
        return
    if own:
        object.__setattr__(self, '__dict__', own)
        return
    is_new = own is None
    own = everyone[me] = {_LOCAL: now[_LOCAL]}
    object.__setattr__(self, '__dict__', own)
    thread = _active.get(me)
    if thread is not None:
        thread._locals.append(everyone)
    if is_new:
        cls = type(self)
        if cls.__init__ is not object.__init__:
            cls.__init__(self, *args, **kwargs)


def _without_own(self):
    shown = dict(object.__getattribute__(self, '__dict__'))
    del shown[_LOCAL]
    return shown


def _new_name(pattern):
    _numbers['Thread-'] += 1
    return pattern % _numbers['Thread-']


class Thread:
    """A call that runs in a thread of its own."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        self._name = str(name) if name else _new_name('Thread-%d')
        if not name and hasattr(target, '__name__'):
            self._name += f' ({target.__name__})'
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = self._native_id = None
        # Where its end is told of if nothing stands in its place any more.
        self._stderr = _sys.stderr
        self._handle, self._started, self._locals = _thread._ThreadHandle(), Event(), []
        self._initialized = True
        _dangling.add(self)
        self._invoke_excepthook = _excepthook_caller()

    def _run_as(self, ident):
        """This is the thread that runs now."""
        self._ident, self._native_id = ident, get_native_id()
        _active[ident] = self

    def __repr__(self):
        if not self._initialized:
            raise AssertionError('Thread.__init__() was not called')
        status = 'stopped' if self._handle.is_done() else 'started' if self._started.is_set() else 'initial'
        if self._daemonic:
            status += ' daemon'
        status += '' if self._ident is None else f' {self._ident}'
        return f'<{self.__class__.__name__}({self._name}, {status})>'

    def start(self):
        """Let run() be called in a thread of its own."""
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('threads can only be started once')
        _not_started[self] = self
        try:
            _thread.start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self._daemonic)
        except Exception:
            del _not_started[self]
            raise
        self._started.wait()

    def run(self):
        """Make the call that the thread was made for."""
        try:
            if self._target is None:
                return
            self._target(*self._args, **self._kwargs)
        finally:
            # A call may refer to what refers to the thread.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._run_as(get_ident())
        del _not_started[self]
        try:
            self._started.set()
            try:
                self.run()
            except:
                self._invoke_excepthook(self)
        finally:
            for everyone in self._locals:
                everyone.pop(self._ident, None)
            self._locals.clear()
            _active.pop(self._ident, None)

    def join(self, timeout=None):
        """Wait until the thread is done, or for some seconds."""
        impossible = (
            'Thread.__init__() not called' if not self._initialized
            else 'cannot join thread before it is started' if not self._started.is_set()
            else self is current_thread() and 'cannot join current thread')
        if impossible:
            raise RuntimeError(impossible)
        self._handle.join(None if timeout is None else max(timeout, 0))

    @property
    def name(self):
        """What the thread is called; more than one may have the same name."""
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        """What get_ident() returns in the thread, or None before it has started."""
        return self._ident

    @property
    def native_id(self):
        """What get_native_id() returns in the thread, or None before it has started."""
        return self._native_id

    def is_alive(self):
        """Whether the thread has started and is not done."""
        return self._started.is_set() and not self._handle.is_done()

    @property
    def daemon(self):
        """Whether the program can end before this thread."""
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        """The old way to ask for daemon."""
        _warn_of('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        """The old way to set daemon."""
        _warn_of('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        """The old way to ask for name."""
        _warn_of('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        """The old way to set name."""
        _warn_of('setName() is deprecated, set the name attribute instead')
        self.name = name


def _warn_of(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


ExceptHookArgs = _fields('_thread', '_ExceptHookArgs', ['exc_type', 'exc_value', 'exc_traceback', 'thread'],
                         doc='What excepthook is called with.')


def excepthook(args, /):
    """Tell of an exception that run() of a thread did not catch."""
    if args.exc_type is SystemExit:
        return
    stream = _sys.stderr
    if stream is None:
        stream = getattr(args.thread, '_stderr', None)
        if stream is None:
            return
    name = args.thread.name if args.thread is not None else get_ident()
    print(f'Exception in thread {name}:', file=stream, flush=True)
    from traceback import print_exception
    print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=stream)
    stream.flush()


__excepthook__ = excepthook


def _excepthook_caller():
    def invoke(thread):
        global excepthook
        hook = excepthook if excepthook is not None else __excepthook__
        error = _sys.exception()
        args = ExceptHookArgs([type(error), error, error.__traceback__, thread])
        try:
            hook(args)
        except Exception as second:
            print('Exception in threading.excepthook:', file=_sys.stderr, flush=True)
            _sys.excepthook(type(second), second, second.__traceback__)
        finally:
            args = error = None

    return invoke


class Timer(Thread):
    """A call that is made after some seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.finished = Event()
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs

    def run(self):
        over = self.finished
        over.wait(self.interval)
        # Asked again: it may be cancelled just after the wait ends.
        if not over.is_set():
            self.function(*self.args, **self.kwargs)
        over.set()

    def cancel(self):
        """Let the call not be made, if it has not begun."""
        self.finished.set()


class _MainThread(Thread):
    """The thread that runs the program; nobody starts it."""

    def __init__(self):
        super().__init__(name='MainThread', daemon=False)
        self._started.set()
        self._run_as(_get_main_thread_ident())
        self._handle = _thread._make_thread_handle(self._ident)


class _DummyThread(Thread):
    """A thread that was not started by this module."""

    def __init__(self):
        _numbers['Dummy-'] += 1
        Thread.__init__(self, name='Dummy-%d' % _numbers['Dummy-'], daemon=True)
        self._started.set()
        self._run_as(get_ident())

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')


def current_thread():
    """The object that stands for the thread which asks."""
    known = _active.get(get_ident())
    return _DummyThread() if known is None else known


def active_count():
    """How many threads there are."""
    return len(_active) + len(_not_started)


def activeCount():
    """The old name of active_count."""
    _warn_of('activeCount() is deprecated, use active_count() instead')
    return active_count()


def currentThread():
    """The old name of current_thread."""
    _warn_of('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def enumerate():
    """All threads that are alive, in a list."""
    return list(_active.values()) + list(_not_started)


def main_thread():
    """The thread that runs the program."""
    return _main_thread


# What runs before the program waits for its threads.
_threading_atexits = []


def _register_atexit(func, *arg, **kwargs):
    if _main_thread._handle.is_done():
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append(lambda: func(*arg, **kwargs))


def _shutdown():
    """Wait for all threads that are not daemons."""
    if _main_thread._handle.is_done():
        return
    for call in reversed(_threading_atexits):
        call()
    _main_thread._handle._set_done()
    while True:
        left = [thread for thread in enumerate()
                if thread is not _main_thread and not thread.daemon and thread.is_alive()]
        if not left:
            return
        left[0].join()


def _names_by_number():
    """The threads that are alive, for the report of a deadlock."""
    return [(_thread._number(thread.ident), thread.name) for thread in enumerate()]


_main_thread = _MainThread()
if get_ident() != _main_thread.ident:
    current_thread()
