"""OS routines: files, the environment and the process, as a Posix system has them."""

import sys
import posix as _posix
from posix import *
from posix import _exit

name = "posix"
linesep = "\n"
error = OSError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_NOWAIT = P_NOWAITO = 1
P_WAIT = 0
supports_bytes_environ = True
supports_dir_fd = {access, chmod, chown, link, mkdir, mkfifo, mknod, open, readlink, rename, rmdir, stat, symlink, unlink,
                   utime}
supports_effective_ids = {access}
supports_fd = {chdir, chmod, chown, listdir, pathconf, scandir, stat, truncate, utime}
supports_follow_symlinks = {access, chown, link, stat, utime}

import posixpath as path

sys.modules["os.path"] = path
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep


def fsencode(filename):
    """A file name as bytes."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """A file name as text."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def _above(directory):
    """What a directory is in and its own name; slashes at the end do not count."""
    head, tail = path.split(directory)
    return (head, tail) if tail else path.split(head)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a directory and those above it."""
    head, tail = _above(name)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail in (".", b"."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not (exist_ok and path.isdir(name)):
            raise


def removedirs(name):
    """Remove a directory and the empty ones above it."""
    rmdir(name)
    directory, tail = _above(name)
    while directory and tail:
        try:
            rmdir(directory)
        except OSError:
            return
        directory, tail = path.split(directory)


def renames(old, new):
    """Rename, making and removing directories as needed."""
    target, name = path.split(new)
    if target and name and not path.exists(target):
        makedirs(target)
    rename(old, new)
    emptied, name = path.split(old)
    try:
        if emptied and name:
            removedirs(emptied)
    except OSError:
        pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Triples of directory path, directory names and file names below a directory."""
    sys.audit("os.walk", top, topdown, onerror, followlinks)
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs, nondirs, below = [], [], []
        try:
            with scandir(top) as entries:
                for entry in entries:
                    try:
                        is_dir = entry.is_dir()
                    except OSError:
                        is_dir = False
                    if is_dir:
                        dirs.append(entry.name)
                        if not topdown and (followlinks or not entry.is_symlink()):
                            below.append(entry.path)
                    else:
                        nondirs.append(entry.name)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        if topdown:
            yield top, dirs, nondirs
            for dirname in reversed(dirs):
                new_path = path.join(top, dirname)
                if followlinks or not path.islink(new_path):
                    stack.append(new_path)
        else:
            stack.append((top, dirs, nondirs))
            stack.extend(reversed(below))


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object for a descriptor."""
    if isinstance(fd, bool):
        import warnings
        warnings.warn("bool is used as a file descriptor", RuntimeWarning, stacklevel=2)
        fd = int(fd)
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


class _PathLikeKind(type):
    """What makes every class with __fspath__ a subclass."""

    def __subclasscheck__(cls, subclass):
        if cls is PathLike and any("__fspath__" in base.__dict__ for base in subclass.__mro__):
            return True
        return type.__subclasscheck__(cls, subclass) or any(issubclass(subclass, one) for one in _pathlike)

    def __instancecheck__(cls, instance):
        return issubclass(type(instance), cls)

    def register(cls, subclass):
        """Make a class a virtual subclass."""
        _pathlike.append(subclass)
        return subclass


_pathlike = []


class PathLike(metaclass=_PathLikeKind):
    """What has a path: __fspath__ gives it."""

    __slots__ = ()

    def __fspath__(self):
        """The path of the object."""
        raise NotImplementedError

    __class_getitem__ = classmethod(type(list[int]))


def abort():
    """End the process at once, as if it had failed."""
    kill(getpid(), 6)


# Parts that few programs need, with the names that they have: each is read when one of these is first asked for.
_PARTS = {
    "_os_environment": "environ environb putenv unsetenv getenv getenvb get_exec_path _Environ _exported".split(),
    "_os_programs": """
        WIFEXITED WEXITSTATUS WIFSIGNALED WTERMSIG WCOREDUMP WIFCONTINUED WIFSTOPPED WSTOPSIG waitstatus_to_exitcode wait wait3 wait4
        waitid execv execve execvp execvpe execl execle execlp execlpe spawnv spawnve spawnvp spawnvpe spawnl spawnle spawnlp spawnlpe
        posix_spawn posix_spawnp system popen
    """.split(),
    "_os_system": """
        statvfs_result waitid_result sysconf_names pathconf_names sched_param statvfs fstatvfs fchmod fchown lchown device_encoding
        ctermid openpty login_tty getrandom sched_get_priority_max sched_get_priority_min sched_getscheduler sched_getparam
        eventfd_read eventfd_write timerfd_settime timerfd_settime_ns timerfd_gettime timerfd_gettime_ns readv preadv writev pwritev
        fwalk terminal_size uname_result times_result get_terminal_size uname times getlogin
    """.split(),
}


def __getattr__(name):
    for part, names in _PARTS.items():
        if name in names:
            value = globals()[name] = getattr(__import__(part), name)
            return value
    if name == "st":
        import stat
        return stat
    raise AttributeError(f"module 'os' has no attribute {name!r}", name=name, obj=sys.modules[__name__])


def __dir__():
    return sorted({*globals(), *__all__} - {"__dir__", "__getattr__", "_PARTS"})


__all__ = [name for name in list(globals()) if name[0] != "_" and name != "sys"]
__all__ += [name for names in _PARTS.values() for name in names if name[0] != "_"] + ["_exit"]
