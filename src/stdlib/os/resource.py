"""What the process has used of the system, and may use."""

import posix as _posix
from _fields import fields as _fields

error = OSError
RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
RLIM_INFINITY = -1
(RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE, RLIMIT_MEMLOCK,
 RLIMIT_AS, _, RLIMIT_SIGPENDING, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_RTPRIO, RLIMIT_RTTIME) = range(16)
RLIMIT_OFILE = RLIMIT_NOFILE

struct_rusage = _fields(
    "resource", "struct_rusage",
    ["ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap",
     "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw"],
    doc="What the process or its children have used.")


def getrusage(who, /):
    """Return what the process, the thread or the children that have ended have used."""
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    return struct_rusage(_posix._usage(who))


def getrlimit(resource, /):
    """Return the soft and the hard limit of a resource."""
    return prlimit(0, resource)


def setrlimit(resource, limits, /):
    """Set the soft and the hard limit of a resource."""
    prlimit(0, resource, limits)


def prlimit(pid, resource, limits=None, /):
    """Return the soft and the hard limit that a process has, and set them if they are given."""
    if not 0 <= resource <= RLIMIT_RTTIME:
        raise ValueError("invalid resource specified")
    if limits is not None:
        limits = tuple(limits)
        if len(limits) != 2:
            raise ValueError("expected a tuple of 2 integers")
    return _posix._limit(pid, resource, limits)


def getpagesize():
    """Return how many bytes a page of memory has."""
    return _posix.sysconf("SC_PAGE_SIZE")
