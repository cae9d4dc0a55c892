"""OS routines: files, the environment and the process, as a Posix system has them."""

import sys
import stat as st
from _collections_abc import MutableMapping
import posix as _posix
from posix import *
from posix import _exit, _environ, _terminal_size, _times, _uname, _user_name
from _fields import fields as _fields

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


class _Environ(MutableMapping):
    """The environment as a mapping of names to values."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self._data = data
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue

    def _known(self, key):
        """The key as it is kept, or the error that names it as it was given."""
        kept = self.encodekey(key)
        if kept not in self._data:
            raise KeyError(key) from None
        return kept

    def __getitem__(self, key):
        return self.decodevalue(self._data[self._known(key)])

    def __setitem__(self, key, value):
        name, text = self.encodekey(key), self.encodevalue(value)
        putenv(name, text)
        self._data[name] = text

    def __delitem__(self, key):
        unsetenv(self.encodekey(key))
        del self._data[self._known(key)]

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        yield from map(self.decodekey, list(self._data))

    def __repr__(self):
        items = ", ".join(
            f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}" for key, value in self._data.items())
        return f"environ({{{items}}})"

    def setdefault(self, key, value):
        if key in self:
            return self[key]
        self[key] = value
        return self[key]

    def copy(self):
        return dict(self)

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        new = dict(other)
        new.update(self)
        return new


def _encode(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode("utf-8", "surrogateescape")


def _decode(value):
    return value.decode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


_variables = dict(_environ())
environ = _Environ(_variables, _encode, _decode, _encode, _decode)
environb = _Environ(_variables, _check_bytes, bytes, _check_bytes, bytes)


#: What children are given.
_exported = dict(_variables)


def putenv(name, value, /):
    """Set an environment variable: what os.environ does."""
    name, value = fsencode(name), fsencode(value)
    if b"\0" in name or b"\0" in value:
        raise ValueError("embedded null byte")
    if b"=" in name:
        raise ValueError("illegal environment variable name")
    if not name:
        raise OSError(22, strerror(22))
    _exported[name] = value


def unsetenv(name, /):
    """Delete an environment variable of children: what os.environ does."""
    name = fsencode(name)
    if b"\0" in name:
        raise ValueError("embedded null byte")
    if not name or b"=" in name:
        raise OSError(22, strerror(22))
    _exported.pop(name, None)


def getenv(key, default=None):
    """An environment variable, or the default."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """An environment variable in bytes, or the default."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The directories that programs are looked for in."""
    if env is None:
        env = environ
    found = env.get("PATH")
    try:
        in_bytes = env[b"PATH"]
    except (KeyError, TypeError):
        pass
    else:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = in_bytes
    return (defpath if found is None else fsdecode(found)).split(pathsep)


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


def abort():
    """End the process at once, as if it had failed."""
    kill(getpid(), 6)


# Parts that few programs need, with the names that they have: each is read when one of these is first asked for.
_PARTS = {
    "_os_programs": """
        WIFEXITED WEXITSTATUS WIFSIGNALED WTERMSIG WCOREDUMP WIFCONTINUED WIFSTOPPED WSTOPSIG waitstatus_to_exitcode wait wait3 wait4
        waitid execv execve execvp execvpe execl execle execlp execlpe spawnv spawnve spawnvp spawnvpe spawnl spawnle spawnlp spawnlpe
        posix_spawn posix_spawnp system popen
    """.split(),
    "_os_system": """
        statvfs_result waitid_result sysconf_names pathconf_names sched_param statvfs fstatvfs fchmod fchown lchown device_encoding
        ctermid openpty login_tty getrandom sched_get_priority_max sched_get_priority_min sched_getscheduler sched_getparam
        eventfd_read eventfd_write timerfd_settime timerfd_settime_ns timerfd_gettime timerfd_gettime_ns readv preadv writev pwritev
        fwalk
    """.split(),
}


def __getattr__(name):
    for part, names in _PARTS.items():
        if name in names:
            value = globals()[name] = getattr(__import__(part), name)
            return value
    raise AttributeError(f"module 'os' has no attribute {name!r}", name=name, obj=sys.modules[__name__])


def __dir__():
    return sorted({*globals(), *__all__} - {"__dir__", "__getattr__", "_PARTS"})


__all__ = [name for name in list(globals()) if name[0] != "_" and name not in ("st", "sys")]
__all__ += [*_PARTS["_os_programs"], *_PARTS["_os_system"], "_exit"]
