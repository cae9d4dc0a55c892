"""What would be processes: threads with their interface."""

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]

import itertools
import os
import sys
import threading

_told = False
_children = set()
_numbers = itertools.count(1)
_here = threading.local()


class BaseProcess:
    """Runs a function beside the program, until it returns."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._number = next(_numbers)
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        self.name = name or f"{type(self).__name__}-{self._number}"
        self._daemon = current_process().daemon if daemon is None else daemon
        self._thread = None
        self._code = None
        self._closed = False

    def __repr__(self):
        if self._closed:
            state = "closed"
        elif self._thread is None:
            state = "initial"
        elif self._code is None:
            state = "started"
        else:
            state = f"stopped exitcode={self._code}"
        pid = f" pid={self.pid}" if self.pid else ""
        return f"<{type(self).__name__} name={self.name!r}{pid} parent={os.getpid()} {state}{' daemon' if self._daemon else ''}>"

    def run(self):
        """What is done: the function is called."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Begin."""
        global _told
        assert self._thread is None, "cannot start a process twice"
        if not _told:
            _told = True
            print("snakelet: multiprocessing runs processes as threads of this one", file=sys.stderr)
        self._thread = threading.Thread(target=self._bootstrap, name=self.name, daemon=self._daemon)
        _children.add(self)
        self._thread.start()

    def _bootstrap(self):
        _here.process = self
        code = 1
        try:
            self.run()
            code = 0
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
            if isinstance(ended.code, str):
                print(ended.code, file=sys.stderr)
        except BaseException:
            import traceback
            print(f"Process {self.name}:", file=sys.stderr)
            traceback.print_exc()
        finally:
            self._code = code

    def join(self, timeout=None):
        """Wait until this has ended."""
        assert self._thread is not None, "can only join a started process"
        self._thread.join(timeout)
        if not self._thread.is_alive():
            _children.discard(self)

    def is_alive(self):
        """Whether this runs."""
        return self._thread is not None and self._code is None

    def terminate(self):
        """A thread cannot be ended from outside."""
        raise NotImplementedError("snakelet runs processes as threads, which cannot be terminated")

    kill = terminate

    def close(self):
        """Forget everything about it."""
        if self.is_alive():
            raise ValueError("Cannot close a process while it is still running. You should first call join() or terminate().")
        self._closed = True
        _children.discard(self)

    @property
    def daemon(self):
        """Whether the program ends without waiting for it."""
        return self._daemon

    @daemon.setter
    def daemon(self, daemon):
        assert self._thread is None, "process has already started"
        self._daemon = daemon

    @property
    def exitcode(self):
        """0, or what went wrong; None while it runs."""
        return self._code

    @property
    def pid(self):
        """The number of the process, which is that of the thread; None before it was started."""
        return None if self._thread is None else self._thread.native_id

    ident = pid


class Process(BaseProcess):
    """Runs a function beside the program, until it returns."""


class _MainProcess:
    name = "MainProcess"
    daemon = False
    exitcode = None

    @property
    def pid(self):
        return os.getpid()

    ident = pid

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_main = _MainProcess()


def current_process():
    """What runs now."""
    return getattr(_here, "process", _main)


def parent_process():
    """What has started this, or None."""
    return None if current_process() is _main else _main


def active_children():
    """All that run."""
    for child in list(_children):
        if not child.is_alive():
            _children.discard(child)
    return list(_children)
