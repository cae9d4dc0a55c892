"""How much memory a program takes. Blocks have no traces here: the whole is measured, and snapshots are empty."""

__all__ = [
    "BaseFilter", "DomainFilter", "Filter", "Frame", "Snapshot", "Statistic", "StatisticDiff", "Trace", "Traceback",
    "clear_traces", "get_object_traceback", "get_traceback_limit", "get_traced_memory", "get_tracemalloc_memory",
    "is_tracing", "reset_peak", "start", "stop", "take_snapshot",
]

# How much there was when it began, and the most since; None while it is not on.
_begin = _peak = None
_limit = 1


def _size():
    """The bytes that the process takes."""
    import resource
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def start(nframe=1, /):
    """Begin to measure."""
    global _begin, _peak, _limit
    if nframe < 1:
        raise ValueError(f"the number of frames must be in range [1; {65535}]")
    _limit = nframe
    if _begin is None:
        _begin, _peak = _size(), 0


def stop():
    """Measure no more."""
    global _begin, _peak
    _begin = _peak = None


def is_tracing():
    """Whether it is measured."""
    return _begin is not None


def get_traced_memory():
    """How many bytes have come since it began, and the most there were at a moment when this was asked."""
    global _peak
    if _begin is None:
        return 0, 0
    now = max(_size() - _begin, 0)
    _peak = max(_peak, now)
    return now, _peak


def reset_peak():
    """Begin anew with the most there were."""
    global _peak
    if _begin is not None:
        _peak = 0


def clear_traces():
    """Begin anew."""
    global _begin, _peak
    if _begin is not None:
        _begin, _peak = _size(), 0


def get_traceback_limit():
    """How many frames a trace may have."""
    return _limit


def get_tracemalloc_memory():
    """How much memory this module takes."""
    return 0


def get_object_traceback(obj):
    """Where an object was made: nobody knows."""
    return None


def take_snapshot():
    """All blocks with traces: there are none."""
    if _begin is None:
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot([], _limit)


class Frame:
    """A line of a trace."""

    def __init__(self, frame):
        self._frame = frame

    filename = property(lambda self: self._frame[0])
    lineno = property(lambda self: self._frame[1])

    def __str__(self):
        return f"{self.filename}:{self.lineno}"


class Traceback:
    """The lines of a trace."""

    def __init__(self, frames, total_nframe=None):
        self._frames = tuple(frames)
        self.total_nframe = total_nframe

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        return Frame(self._frames[index])


class Trace:
    """A block with its size and its trace."""

    def __init__(self, trace):
        self.domain, self.size = trace[:2]
        self.traceback = Traceback(trace[2])


class Statistic:
    """Blocks that belong together: how many they are, and how large."""

    def __init__(self, traceback, size, count):
        self.traceback, self.size, self.count = traceback, size, count


class StatisticDiff(Statistic):
    """The same, and what has changed."""

    def __init__(self, traceback, size, size_diff, count, count_diff):
        super().__init__(traceback, size, count)
        self.size_diff, self.count_diff = size_diff, count_diff


class BaseFilter:
    """Takes blocks or leaves them out."""

    def __init__(self, inclusive):
        self.inclusive = inclusive


class Filter(BaseFilter):
    """Takes blocks by their file and line."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self.filename_pattern, self.lineno, self.all_frames, self.domain = filename_pattern, lineno, all_frames, domain


class DomainFilter(BaseFilter):
    """Takes blocks by the number of who made them."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self.domain = domain


class Snapshot:
    """All blocks of a moment: none."""

    def __init__(self, traces, traceback_limit):
        self.traces = traces
        self.traceback_limit = traceback_limit

    def statistics(self, key_type, cumulative=False):
        """Blocks by file, line or trace."""
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError(f"unknown key_type: {key_type!r}")
        return []

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """What has changed."""
        return self.statistics(key_type, cumulative)

    def filter_traces(self, filters):
        """The blocks that filters take."""
        return self

    def dump(self, filename):
        """Store this in a file."""
        import pickle
        with open(filename, "wb") as file:
            pickle.dump(self, file)

    @staticmethod
    def load(filename):
        """What was stored in a file."""
        import pickle
        with open(filename, "rb") as file:
            return pickle.load(file)
