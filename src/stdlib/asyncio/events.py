"""Event loop policies: which loop is the current one, and how a new one is made."""

import asyncio
from _thread import _get_main_thread_ident, get_ident
from asyncio import (AbstractEventLoop, Handle, TimerHandle, _get_running_loop, _new_default_event_loop,
                     _set_policy, _take_default_event_loop, _set_running_loop, get_event_loop,
                     get_running_loop, new_event_loop, set_event_loop)

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle', 'get_event_loop_policy',
           'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop', 'get_child_watcher',
           'set_child_watcher', '_set_running_loop', 'get_running_loop', '_get_running_loop')


async def _not_implemented(*args, **options):
    """What the abstract loop has in the place of coroutines."""
    raise NotImplementedError


def _to_be_written(cls, name, doc, is_async):
    """Give an abstract class a method that those that derive from it have to write."""
    if is_async:
        async def method(self):
            raise NotImplementedError
    else:
        def method(self):
            raise NotImplementedError
    method.__name__, method.__qualname__, method.__doc__ = name, f'{cls.__name__}.{name}', doc
    setattr(cls, name, method)


class AbstractServer:
    """What create_server() gives."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


for _name, _doc, _is_async in (
        ('close', 'Take no more connections.', False),
        ('close_clients', 'Close the connections that there are.', False),
        ('abort_clients', 'Close the connections that there are at once.', False),
        ('get_loop', 'The loop that it runs in.', False),
        ('is_serving', 'Whether it takes connections.', False),
        ('start_serving', 'Begin to take connections.', True),
        ('serve_forever', 'Take connections until it is cancelled.', True),
        ('wait_closed', 'Wait until it is closed and has no connections.', True)):
    _to_be_written(AbstractServer, _name, _doc, _is_async)
del _name, _doc, _is_async


def _deprecated(name):
    import warnings
    warnings.warn(f'{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.', DeprecationWarning,
                  stacklevel=3)


class AbstractEventLoopPolicy:
    """Says which loop a thread has."""


def _of_policies():
    raise NotImplementedError


for _name, _method, _doc in (
        ('get_event_loop', lambda self: _of_policies(), 'The loop of the current context.'),
        ('set_event_loop', lambda self, loop: _of_policies(), 'Make a loop that of the current context.'),
        ('new_event_loop', lambda self: _of_policies(), 'A new loop, as this policy makes them.'),
        ('get_child_watcher', lambda self: _of_policies(), 'The watcher of child processes.'),
        ('set_child_watcher', lambda self, watcher: _of_policies(), 'Have another watcher of child processes.')):
    _method.__name__, _method.__doc__ = _name, _doc
    _method.__qualname__ = f'AbstractEventLoopPolicy.{_name}'
    setattr(AbstractEventLoopPolicy, _name, _method)
del _name, _method, _doc


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop for each thread that has been given one; the main thread gets it without asking."""

    _loop_factory = None
    # Whether it takes over what was set while there was no policy yet.
    _adopts = False

    def __init__(self):
        from threading import local
        self._local = local()

    def get_event_loop(self):
        """The loop of the current thread."""
        loop, known = self._known()
        if loop is None and not known and get_ident() == _get_main_thread_ident():
            import warnings
            warnings.warn('There is no current event loop', DeprecationWarning)
            loop = self.new_event_loop()
            self.set_event_loop(loop)
            loop, _ = self._known()
        if loop is None:
            from threading import current_thread
            raise RuntimeError(f'There is no current event loop in thread {current_thread().name!r}.')
        return loop

    def _known(self):
        """The loop of the current thread, and whether it was given one, be it None."""
        values = self._local.__dict__
        if self._adopts and '_set_called' not in values:
            loop, known = _take_default_event_loop()
            if known:
                self.set_event_loop(loop)
        return values.get('_loop'), values.get('_set_called', False)

    def set_event_loop(self, loop):
        """Make a loop that of the current thread."""
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._local._loop, self._local._set_called = loop, True

    def new_event_loop(self):
        """A new loop."""
        return self._loop_factory()


class DefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    """The policy that there is if none was set; it has a watcher of child processes for those who ask for one."""

    def _loop_factory(self):
        return _new_default_event_loop()

    _watcher = None

    def get_child_watcher(self):
        from asyncio.unix_events import PidfdChildWatcher
        if self._watcher is None:
            self._watcher = PidfdChildWatcher()
        _deprecated('get_child_watcher')
        return self._watcher

    def set_child_watcher(self, watcher):
        from asyncio.unix_events import AbstractChildWatcher
        if watcher is not None and not isinstance(watcher, AbstractChildWatcher):
            raise AssertionError
        self._watcher = watcher
        _deprecated('set_child_watcher')


DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = '_UnixDefaultEventLoopPolicy'
DefaultEventLoopPolicy.__module__ = 'asyncio.unix_events'
_event_loop_policy = None


def get_event_loop_policy():
    """The policy that is in force."""
    global _event_loop_policy
    if _event_loop_policy is None:
        _event_loop_policy = DefaultEventLoopPolicy()
        _event_loop_policy._adopts = True
        _event_loop_policy._known()
        _set_policy(_event_loop_policy)
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Put another policy in force; None is for the usual one."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _event_loop_policy = policy
    _set_policy(policy)


def get_child_watcher():
    """Loops watch their children themselves; this gives an object that does so for others."""
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    """Loops watch their children themselves."""
    return get_event_loop_policy().set_child_watcher(watcher)


# One implementation, which is native, goes by the names of both of the reference's.
for _name in '_get_running_loop', '_set_running_loop', 'get_running_loop', 'get_event_loop':
    for _make in '_c_', '_py_':
        globals()[_make + _name] = globals()[_name]
del _name, _make
