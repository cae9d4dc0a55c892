"""Running coroutines from code that is not async."""

from asyncio import _runner_close, _runner_open, _runner_run, _get_running_loop, iscoroutine, run

__all__ = ('Runner', 'run')

_CREATED, _INITIALIZED, _CLOSED = 'created', 'initialized', 'closed'


class Runner:
    """Runs several coroutines, one after the other, in one loop and one context."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = _CREATED
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._is_current = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        """End what runs in the loop, and close it."""
        if self._state != _INITIALIZED:
            return
        try:
            _runner_close(self._loop, self._is_current)
        finally:
            self._loop = None
            self._state = _CLOSED

    def get_loop(self):
        """Return embedded event loop."""
        if self._state != _INITIALIZED:
            self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        """Run a coroutine in the loop to its end."""
        if not iscoroutine(coro):
            raise ValueError(f'a coroutine was expected, got {coro!r}')
        if _get_running_loop() is not None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        return _runner_run(self.get_loop(), coro, self._context if context is None else context)

    def _lazy_init(self):
        if self._state == _CLOSED:
            raise RuntimeError('Runner is closed')
        from contextvars import copy_context
        self._loop, self._is_current = _runner_open(self._loop_factory)
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()
        self._state = _INITIALIZED
