"""Tables of what a profiler has counted. There is no profiler here, so that there is nothing to show."""

__all__ = ["Stats", "SortKey", "FunctionProfile", "StatsProfile"]

from dataclasses import dataclass
from enum import StrEnum


class SortKey(StrEnum):
    """What a table can be sorted by."""

    CALLS = "calls"
    CUMULATIVE = "cumulative"
    FILENAME = "filename"
    LINE = "line"
    NAME = "name"
    NFL = "nfl"
    PCALLS = "pcalls"
    STDNAME = "stdname"
    TIME = "time"


@dataclass(unsafe_hash=True)
class FunctionProfile:
    """What was counted of a function."""

    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    """What was counted of all functions."""

    total_tt: float
    func_profiles: dict


class Stats:
    """A table that says, when it is made, that there is nothing in it."""

    def __init__(self, *args, stream=None):
        raise RuntimeError("snakelet has no profiler, and no tables of what one has counted")
