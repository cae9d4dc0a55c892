"""What a debugger is built on. Programs cannot be traced line by line here, so that nothing can be debugged; the names are for
those who catch or derive from them."""

__all__ = ["BdbQuit", "Bdb", "Breakpoint"]

GENERATOR_AND_COROUTINE_FLAGS = 0x20 | 0x80 | 0x200


class BdbQuit(Exception):
    """A debugger was left."""


def _refused(*args, **kwargs):
    raise RuntimeError("snakelet has no debugger: it cannot trace programs line by line")


class Bdb:
    """A debugger that says, when it is to begin, that it cannot."""

    def __init__(self, skip=None):
        self.skip = set(skip) if skip else None
        self.breaks = {}

    def reset(self):
        """Forget where the program stands."""
        self.botframe = self.stopframe = None
        self.quitting = False

    run = runeval = runctx = runcall = set_trace = set_step = set_next = set_break = _refused

    def set_continue(self):
        """Let the program run on."""

    def set_quit(self):
        """Leave the debugger."""
        self.quitting = True

    def clear_all_breaks(self):
        """Forget all breakpoints."""
        self.breaks = {}


class Breakpoint:
    """A place to stop at, which cannot be had."""

    def __init__(self, file, line, temporary=False, cond=None, funcname=None):
        _refused()


set_trace = _refused
