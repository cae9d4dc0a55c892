"""Runs a script in CPython with a loop whose clock jumps to the next timer: no order depends on how busy the machine is.

    python3.13 _jumping_clock.py SCRIPT
"""
import asyncio
import runpy
import selectors
import sys


class JumpingSelector(selectors.DefaultSelector):
    """Waits by moving its clock, unless something is ready."""

    now = 0.0

    def select(self, timeout=None):
        ready = super().select(0 if timeout is not None else None)
        if not ready and timeout:
            self.now += timeout
        return ready


class JumpingLoop(asyncio.SelectorEventLoop):
    """A loop whose time is that of its selector."""

    def __init__(self):
        self._clock = JumpingSelector()
        super().__init__(self._clock)

    def time(self):
        return self._clock.now


asyncio.DefaultEventLoopPolicy._loop_factory = JumpingLoop
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
