"""Which lines of a program are run. Programs cannot be traced line by line here, so that it says so when it is to begin."""

__all__ = ["Trace", "CoverageResults"]


def _refused(*args, **kwargs):
    raise RuntimeError("snakelet cannot trace programs line by line")


class CoverageResults:
    """What was counted: nothing."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = counts or {}
        self.calledfuncs = calledfuncs or {}
        self.callers = callers or {}

    update = write_results = _refused


class Trace:
    """A tracer that says, when it is to begin, that it cannot."""

    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None,
                 outfile=None, timing=False):
        self.counts = {}

    run = runctx = runfunc = _refused

    def results(self):
        """What was counted."""
        return CoverageResults()
