"""Event loop policies: which loop is the current one, and how a new one is made."""

import asyncio
from asyncio import (AbstractEventLoop, Handle, TimerHandle, _get_default_event_loop, _get_running_loop,
                     _new_default_event_loop, _set_default_event_loop, _set_policy, _set_running_loop, get_event_loop,
                     get_running_loop, new_event_loop, set_event_loop)

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle', 'get_event_loop_policy',
           'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop', 'get_running_loop',
           '_get_running_loop')


async def _not_implemented(*args, **options):
    """What the abstract loop has in the place of coroutines."""
    raise NotImplementedError


class AbstractServer:
    """Abstract server returned by create_server()."""

    def close(self):
        """Stop serving."""
        raise NotImplementedError

    def close_clients(self):
        """Close all active connections."""
        raise NotImplementedError

    def abort_clients(self):
        """Close all active connections immediately."""
        raise NotImplementedError

    def get_loop(self):
        """Get the event loop the Server object is attached to."""
        raise NotImplementedError

    def is_serving(self):
        """Return True if the server is accepting connections."""
        raise NotImplementedError

    async def start_serving(self):
        """Start accepting connections."""
        raise NotImplementedError

    async def serve_forever(self):
        """Accept connections until the coroutine is cancelled."""
        raise NotImplementedError

    async def wait_closed(self):
        """Wait until the server and all its connections are closed."""
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class AbstractEventLoopPolicy:
    """Abstract policy for accessing the event loop."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """The policy that there is: one loop for the thread."""

    def get_event_loop(self):
        return _get_default_event_loop()

    def set_event_loop(self, loop):
        _set_default_event_loop(loop)

    def new_event_loop(self):
        return _new_default_event_loop()


_event_loop_policy = None


def get_event_loop_policy():
    """Get the current event loop policy."""
    global _event_loop_policy
    if _event_loop_policy is None:
        _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Set the current event loop policy; None restores the default one."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _event_loop_policy = policy
    _set_policy(policy)


def get_child_watcher():
    """Loops watch their children themselves; this gives an object that does so for others."""
    from asyncio.unix_events import PidfdChildWatcher
    import warnings
    warnings.warn("'get_child_watcher' is deprecated as of Python 3.12 and will be removed in Python 3.14.",
                  DeprecationWarning, stacklevel=2)
    return PidfdChildWatcher()


def set_child_watcher(watcher):
    """Loops watch their children themselves."""
    import warnings
    warnings.warn("'set_child_watcher' is deprecated as of Python 3.12 and will be removed in Python 3.14.",
                  DeprecationWarning, stacklevel=2)
