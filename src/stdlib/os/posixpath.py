"""What can be said of a path, and done to it, without opening it."""

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix",
    "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
    "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir",
    "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath",
    "commonpath", "isjunction", "isreserved", "isdevdrive",
]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False

# After the constants: os takes them from here while this runs.
import os


def _is(mode, kind):
    """Whether the mode of a file says that it is of a kind."""
    return mode & 0o170000 == kind


def _signs(path):
    """The separator, the dot and two dots in the kind of text that a path is."""
    return (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")


def _check_types(function, *paths):
    for path in paths:
        if not isinstance(path, (str, bytes)):
            raise TypeError(
                f"{function}() argument must be str, bytes, or os.PathLike object, not {path.__class__.__name__!r}"
            ) from None
    if len({isinstance(path, str) for path in paths}) == 2:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """The path in its usual case: on Posix as it is."""
    return os.fspath(s)


def isabs(s):
    """Whether a path is absolute."""
    s = os.fspath(s)
    return s.startswith(_signs(s)[0])


def join(a, *p):
    """Two or more pathname components in one; an absolute one makes those before it vanish."""
    a = os.fspath(a)
    sep = _signs(a)[0]
    path = a
    try:
        for b in map(os.fspath, p):
            if not path or b.startswith(sep):
                path = b
            else:
                path += b if path.endswith(sep) else sep + b
    except (TypeError, AttributeError):
        _check_types("join", a, *map(_as_path, p))
        raise
    return path


def _as_path(value):
    return os.fspath(value) if hasattr(value, "__fspath__") else value


def split(p):
    """The path before the last slash, and what is after it."""
    p = os.fspath(p)
    sep = _signs(p)[0]
    above, slash, name = p.rpartition(sep)
    # Slashes alone are the root; others at the end say nothing.
    return above.rstrip(sep) or above + slash, name


def splitext(p):
    """The path up to its extension, and the extension with its dot."""
    p = os.fspath(p)
    sep, dot, _ = _signs(p)
    name = p.rpartition(sep)[2]
    stem, point, extension = name.rpartition(dot)
    # Dots at the beginning of a name do not begin an extension.
    if not stem.strip(dot):
        return p, p[:0]
    return p[:len(p) - len(point + extension)], point + extension


def splitdrive(p):
    """A drive, which is empty on Posix, and the path."""
    p = os.fspath(p)
    return p[:0], p


def splitroot(p):
    """Drive, root and the rest of a path."""
    p = os.fspath(p)
    sep = _signs(p)[0]
    empty = p[:0]
    if p[:1] != sep:
        return empty, empty, p
    if p[1:2] != sep or p[2:3] == sep:
        return empty, sep, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    """The last component of a path."""
    return split(p)[1]


def dirname(p):
    """A path without its last component."""
    return split(p)[0]


def isjunction(path):
    """Whether a path is a junction: never on Posix."""
    os.fspath(path)
    return False


def isreserved(path):
    """Whether a path is reserved: never on Posix."""
    os.fspath(path)
    return False


def isdevdrive(path):
    """Whether a path is on a Windows Dev Drive: never on Posix."""
    os.fspath(path)
    return False


def _mode(ask, path):
    """The mode of what a path leads to; None where that is nothing."""
    try:
        return ask(path).st_mode
    except (OSError, ValueError):
        return None


def exists(path):
    """Whether a path leads to something."""
    return _mode(os.stat, path) is not None


def lexists(path):
    """Whether there is something, be it a broken link."""
    return _mode(os.lstat, path) is not None


def isfile(path):
    """Whether a path leads to a regular file."""
    mode = _mode(os.stat, path)
    return mode is not None and _is(mode, 0o100000)


def isdir(s):
    """Whether a path leads to a directory."""
    mode = _mode(os.stat, s)
    return mode is not None and _is(mode, 0o040000)


def islink(path):
    """Whether a path is a symbolic link."""
    mode = _mode(os.lstat, path)
    return mode is not None and _is(mode, 0o120000)


def ismount(path):
    """Whether a path is a mount point."""
    try:
        own = os.lstat(path)
    except (OSError, ValueError):
        return False
    if _is(own.st_mode, 0o120000):
        return False
    path = os.fspath(path)
    parent = realpath(join(path, _signs(path)[2]))
    try:
        above = os.lstat(parent)
    except OSError:
        return False
    return own.st_dev != above.st_dev or own.st_ino == above.st_ino


def getsize(filename):
    """The size of a file."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When a file was changed last."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When a file was read last."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When what is known of a file was changed last."""
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    """Whether two answers of stat are about one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths lead to one file."""
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether two descriptors are of one file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def commonprefix(m):
    """The longest beginning, character by character, that all have."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest path that all are below."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    sep, dot, _ = _signs(paths[0])
    try:
        parts = [path.split(sep) for path in paths]
        absolute = {path.startswith(sep) for path in paths}
    except (TypeError, AttributeError):
        _check_types("commonpath", *paths)
        raise
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    parts = [[part for part in path if part and part != dot] for path in parts]
    low, high = min(parts), max(parts)
    common = low
    for i, part in enumerate(low):
        if part != high[i]:
            common = low[:i]
            break
    return (sep if absolute.pop() else sep[:0]) + sep.join(common)


def expanduser(path):
    """A path with ~ and ~user replaced by home directories."""
    path = os.fspath(path)
    sep, tilde = (b"/", b"~") if isinstance(path, bytes) else ("/", "~")
    if not path.startswith(tilde):
        return path
    i = path.find(sep, 1)
    if i < 0:
        i = len(path)
    try:
        if i == 1:
            home = os.environ.get("HOME")
            if home is None:
                import pwd
                home = pwd.getpwuid(os.getuid()).pw_dir
        else:
            import pwd
            home = pwd.getpwnam(os.fsdecode(path[1:i])).pw_dir
    except (ImportError, KeyError):
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    home = home.rstrip(sep)
    return (home + path[i:]) or sep


def _is_name(text):
    return text.isascii() and all(c.isalnum() or c == "_" for c in text)


def expandvars(path):
    """A path with $name and ${name} replaced by what the environment says."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    out = []
    at = 0
    while at < len(path):
        start = path.find("$", at)
        if start < 0:
            break
        out.append(path[at:start])
        name = None
        if path[start + 1:start + 2] == "{":
            end = path.find("}", start)
            if end >= 0:
                name = path[start + 2:end]
                end += 1
        else:
            end = start + 1
            while end < len(path) and _is_name(path[end]):
                end += 1
            if end > start + 1:
                name = path[start + 1:end]
        if name is None:
            out.append("$")
            at = start + 1
        else:
            out.append(os.environ.get(name, path[start:end]))
            at = end
    out.append(path[at:])
    return "".join(out)


def normpath(path):
    """A path without double slashes and dots."""
    path = os.fspath(path)
    sep, dot, dotdot = _signs(path)
    if not path:
        return dot
    _, root, path = splitroot(path)
    parts = []
    for part in path.split(sep):
        if not part or part == dot:
            continue
        if part != dotdot or (not root and not parts) or (parts and parts[-1] == dotdot):
            parts.append(part)
        elif parts:
            parts.pop()
    return (root + sep.join(parts)) or dot


def abspath(path):
    """An absolute path."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path without any symbolic link in it."""
    filename = os.fspath(filename)
    sep, dot, dotdot = _signs(filename)
    if filename.startswith(sep):
        path = sep
    else:
        path = os.getcwdb() if isinstance(filename, bytes) else os.getcwd()
    rest = filename.split(sep)[::-1]
    # What links lead to; None while that is being found out, which is told by a None behind the link.
    seen = {}
    while rest:
        name = rest.pop()
        if name is None:
            seen[rest.pop()] = path
        if name is None or not name or name == dot:
            continue
        if name == dotdot:
            path = path[:path.rindex(sep)] or sep
            continue
        new = path + name if path == sep else path + sep + name
        try:
            if not _is(os.lstat(new).st_mode, 0o120000):
                path = new
                continue
            if new in seen:
                path = seen[new]
                if path is not None:
                    continue
                if strict:
                    os.stat(new)
                path = new
                continue
            target = os.readlink(new)
        except OSError:
            if strict:
                raise
            path = new
            continue
        path = sep if target.startswith(sep) else path
        seen[new] = None
        rest += new, None, *reversed(target.split(sep))
    return path


def relpath(path, start=None):
    """A path as seen from another one."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    sep, dot, dotdot = _signs(path)
    start = dot if start is None else os.fspath(start)
    try:
        start_parts = [part for part in abspath(start).split(sep) if part]
        path_parts = [part for part in abspath(path).split(sep) if part]
        common = len(commonprefix([start_parts, path_parts]))
        parts = [dotdot] * (len(start_parts) - common) + path_parts[common:]
        return join(*parts) if parts else dot
    except (TypeError, AttributeError):
        _check_types("relpath", path, start)
        raise
