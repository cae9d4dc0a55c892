"""The part of os on file systems, terminals, timers and vectors of buffers."""

import posix as _posix
from posix import (
    _terminal_size, _times, _uname, _user_name, close, fstat, getuid, lseek, open, pread, pwrite, read, scandir, stat,
    strerror, write,
)
from _fields import fields as _fields
import errno as _errno
import sys as _sys

statvfs_result = _fields(
    "os", "statvfs_result",
    ["f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax"],
    ["f_fsid"], "What a file system says about itself.")
waitid_result = _fields(
    "posix", "waitid_result", ["si_pid", "si_uid", "si_signo", "si_status", "si_code"], doc="How a child has changed.")
sysconf_names = _posix._sysconf_names()
pathconf_names = _posix._pathconf_names()


class sched_param(_fields("posix", "sched_param", ["sched_priority"])):
    """How urgent a process is among those of its kind."""

    __slots__ = ()
    __module__ = "posix"

    def __new__(cls, sched_priority):
        return super().__new__(cls, (sched_priority,))

    def __reduce__(self):
        return type(self), tuple(self)


_posix.waitid_result, _posix.sched_param = waitid_result, sched_param


def statvfs(path):
    """What the system tells of the disk that a path is on."""
    return statvfs_result(_posix._statvfs(path))


def fstatvfs(fd, /):
    """What the system tells of the disk that an open file is on."""
    return statvfs_result(_posix._statvfs(fd))


def fchmod(fd, mode):
    """Say who may do what with an open file."""
    _posix.chmod(_number(fd), mode)


def fchown(fd, uid, gid):
    """Say which user and group an open file belongs to."""
    _posix.chown(_number(fd), uid, gid)


def lchown(path, uid, gid):
    """Change the owner and group id of path, of a link itself."""
    _posix.chown(path, uid, gid, follow_symlinks=False)


def _number(fd):
    if not isinstance(fd, int):
        raise TypeError(f"an integer is required (got type {type(fd).__name__})")
    return fd


def device_encoding(fd):
    """Return a string describing the encoding of a terminal's file descriptor, else None."""
    return "utf-8" if _posix.isatty(fd) else None


def ctermid():
    """The name of the terminal that the program belongs to."""
    return "/dev/tty"


def openpty():
    """Open a pseudo-terminal; return the descriptors of both its ends."""
    master = _posix.posix_openpt(_posix.O_RDWR | _posix.O_NOCTTY)
    try:
        _posix.set_inheritable(master, False)
        _posix.grantpt(master)
        _posix.unlockpt(master)
        return master, open(_posix.ptsname(master), _posix.O_RDWR | _posix.O_NOCTTY)
    except OSError:
        close(master)
        raise


def login_tty(fd, /):
    """Make the terminal behind fd the one of a new session, and its standard streams."""
    _posix.setsid()
    _posix._control_terminal(fd)
    for stream in range(3):
        _posix.dup2(fd, stream)
    if fd > 2:
        close(fd)


def getrandom(size, flags=0):
    """Bytes that nobody can foresee."""
    if size < 0:
        raise OSError(_errno.EINVAL, _posix.strerror(_errno.EINVAL))
    return _posix.urandom(size)


def sched_get_priority_max(policy):
    """The highest priority of a policy."""
    return _priorities(policy)[1]


def sched_get_priority_min(policy):
    """The lowest priority of a policy."""
    return _priorities(policy)[0]


def _priorities(policy):
    if policy in (_posix.SCHED_FIFO, _posix.SCHED_RR):
        return 1, 99
    if policy in (_posix.SCHED_OTHER, _posix.SCHED_BATCH, _posix.SCHED_IDLE):
        return 0, 0
    raise OSError(_errno.EINVAL, _posix.strerror(_errno.EINVAL))


def _told(pid, place):
    """A number that the kernel tells of a process."""
    if pid < 0:
        raise OSError(_errno.EINVAL, _posix.strerror(_errno.EINVAL))
    try:
        file = open(f"/proc/{pid or 'self'}/stat", _posix.O_RDONLY)
    except FileNotFoundError:
        raise ProcessLookupError(_errno.ESRCH, _posix.strerror(_errno.ESRCH)) from None
    try:
        return int(read(file, 4096).rpartition(b")")[2].split()[place - 3])
    finally:
        close(file)


def sched_getscheduler(pid, /):
    """The policy by which a process gets its turns."""
    return _told(pid, 41)


def sched_getparam(pid, /):
    """Get the scheduling parameters for the process identified by pid."""
    return sched_param(_told(pid, 40))


def eventfd_read(fd):
    """Read eventfd value."""
    return int.from_bytes(read(fd, 8), _sys.byteorder)


def eventfd_write(fd, value):
    """Write eventfd value."""
    write(fd, value.to_bytes(8, _sys.byteorder))


def timerfd_settime(fd, /, *, flags=0, initial=0.0, interval=0.0):
    """Set a timer, in seconds; what it was set to."""
    return _seconds(_posix._timerfd_settime(fd, flags, initial, interval, False))


def timerfd_settime_ns(fd, /, *, flags=0, initial=0, interval=0):
    """Set a timer, in nanoseconds; what it was set to."""
    return _posix._timerfd_settime(fd, flags, initial, interval, True)


def timerfd_gettime(fd, /):
    """How a timer is set, in seconds: how often, and when next."""
    return _seconds(_posix._timerfd_gettime(fd))


def timerfd_gettime_ns(fd, /):
    """How a timer is set, in nanoseconds: how often, and when next."""
    return _posix._timerfd_gettime(fd)


def _seconds(both):
    return tuple(each * 1e-9 for each in both)


def _views(buffers):
    return [memoryview(buffer).cast("B") for buffer in buffers]


def _scattered(data, views):
    at = 0
    for view in views:
        part = data[at:at + len(view)]
        view[:len(part)] = part
        at += len(part)
    return len(data)


def readv(fd, buffers, /):
    """Read from an open file into several buffers."""
    views = _views(buffers)
    return _scattered(read(fd, sum(map(len, views))), views)


def preadv(fd, buffers, offset, flags=0, /):
    """Read from a file descriptor at a place into an iterable of buffers; return how many bytes."""
    views = _views(buffers)
    return _scattered(pread(fd, sum(map(len, views)), offset), views)


def writev(fd, buffers, /):
    """Write the contents of an iterable of buffers to a file descriptor; return how many bytes."""
    return write(fd, b"".join(_views(buffers)))


def pwritev(fd, buffers, offset, flags=0, /):
    """Write the contents of an iterable of buffers to a file descriptor at a place; return how many bytes."""
    return pwrite(fd, b"".join(_views(buffers)), offset)


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Directory tree generator that also gives a descriptor of each directory."""
    _sys.audit("os.fwalk", top, topdown, onerror, follow_symlinks, dir_fd)
    import os.path as paths
    top = _posix.fspath(top)
    # What is still to be done: directories to enter, results to give, descriptors to close.
    stack = [("enter", top, top, dir_fd)]
    try:
        while stack:
            what, path, *rest = stack.pop()
            if what == "close":
                close(path)
            elif what == "give":
                yield path, *rest
            else:
                name, above = rest
                try:
                    file = _entered(name, above, follow_symlinks)
                except OSError as error:
                    if path is top:
                        raise
                    if onerror is not None:
                        onerror(error)
                    continue
                if file is None:
                    continue
                stack.append(("close", file))
                folders, others = _sorted_out(file, isinstance(path, bytes))
                if topdown:
                    yield path, folders, others, file
                else:
                    stack.append(("give", path, folders, others, file))
                stack += [("enter", paths.join(path, each), each, file) for each in reversed(folders)]
    finally:
        for what, file, *_ in reversed(stack):
            if what == "close":
                close(file)


def _entered(name, above, follows):
    """A descriptor of a directory, or None if it is a link that is not followed."""
    before = None if follows else stat(name, follow_symlinks=False, dir_fd=above)
    file = open(name, _posix.O_RDONLY | _posix.O_NONBLOCK, dir_fd=above)
    if before is not None:
        after = fstat(file)
        is_same = (before.st_dev, before.st_ino) == (after.st_dev, after.st_ino)
        if not is_same or before.st_mode & 0o170000 != 0o040000:
            close(file)
            return None
    return file


def _sorted_out(file, as_bytes):
    """The names of directories and of other files in a directory."""
    folders, others = [], []
    with scandir(file) as entries:
        for entry in entries:
            name = _posix_bytes(entry.name) if as_bytes else entry.name
            try:
                is_folder = entry.is_dir()
            except OSError:
                is_folder = False
            (folders if is_folder else others).append(name)
    return folders, others


def _posix_bytes(name):
    return name.encode("utf-8", "surrogateescape")


terminal_size = _fields("os", "terminal_size", ["columns", "lines"], doc="Columns and lines of a terminal.")
uname_result = _fields("posix", "uname_result", ["sysname", "nodename", "release", "version", "machine"],
                       doc="What the system says about itself.")
times_result = _fields("posix", "times_result", ["user", "system", "children_user", "children_system", "elapsed"],
                       doc="Processor times.")
_posix.uname_result, _posix.times_result = uname_result, times_result


def get_terminal_size(fd=1, /):
    """Columns and lines of the terminal behind a descriptor."""
    return terminal_size(_terminal_size(fd))


def uname():
    """What the system says about itself."""
    return uname_result(_uname())


def times():
    """Processor times of the process."""
    return times_result(_times())


def getlogin():
    """The name of the user."""
    found = _user_name(getuid())
    if found is None:
        raise OSError(6, strerror(6))
    return found


__all__ = [name for name in list(globals()) if name[0] != "_" and name not in (
    "close", "fstat", "getuid", "lseek", "open", "pread", "pwrite", "read", "scandir", "stat", "strerror", "write")]
