"""The interface of the native profiler. Programs cannot be traced call by call here, so that it says so when it is to begin; `timeit` and
`time.perf_counter` measure."""

__all__ = ["run", "runctx", "Profile"]


def _refused(*args, **kwargs):
    raise RuntimeError("snakelet has no profiler: it cannot trace programs call by call")


class Profile:
    """A profiler that says, when it is to begin, that it cannot."""

    def __init__(self, timer=None, bias=None):
        self.timer = timer
        self.stats = {}

    enable = run = runctx = runcall = __enter__ = _refused

    def disable(self):
        """Nothing was begun."""

    def __exit__(self, *exc_info):
        self.disable()

    def create_stats(self):
        """Nothing was counted."""

    def print_stats(self, sort=-1):
        """Nothing was counted, and nothing is printed."""

    def dump_stats(self, filename):
        """Nothing was counted that could be stored."""
        _refused()


run = runctx = _refused
