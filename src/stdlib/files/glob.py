"""File names that match shell patterns."""

import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob", "translate"]

_magic = re.compile("([*?[])")
_magic_bytes = re.compile(b"([*?[])")


def has_magic(s):
    """Whether a name is a pattern."""
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def escape(pathname):
    """A pattern for just this path."""
    if isinstance(pathname, bytes):
        return _magic_bytes.sub(rb"[\1]", pathname)
    return _magic.sub(r"[\1]", pathname)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match a pattern; ** stands for any directories if recursive."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match a pattern, one after the other."""
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    if dir_fd is not None:
        # The system knows the directory of a descriptor by a path too.
        folder = f"/proc/self/fd/{dir_fd}"
        root = os.path.join(os.fsencode(folder) if isinstance(pathname, bytes) else folder, root)
    found = _iglob(pathname, root, recursive, False, include_hidden)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        first = next(found, None)
        if first:
            yield first
    yield from found


def _join(a, b):
    return os.path.join(a, b) if a and b else a or b


def _is_hidden(name):
    return name[:1] in (".", b".")


def _is_recursive(pattern):
    return pattern in ("**", b"**")


def _iglob(pathname, root, recursive, only_dirs, hidden):
    directory, base = os.path.split(pathname)
    if not has_magic(pathname):
        if base:
            if os.path.lexists(_join(root, pathname)):
                yield pathname
        elif os.path.isdir(_join(root, directory)):
            yield pathname
        return
    if not directory:
        yield from (_deep if recursive and _is_recursive(base) else _flat)(root, base, only_dirs, hidden)
        return
    if directory != pathname and has_magic(directory):
        directories = _iglob(directory, root, recursive, True, hidden)
    else:
        directories = [directory]
    if not has_magic(base):
        inside = _exact
    elif recursive and _is_recursive(base):
        inside = _deep
    else:
        inside = _flat
    for directory in directories:
        for name in inside(_join(root, directory), base, only_dirs, hidden):
            yield os.path.join(directory, name)


def _names(directory, only_dirs, like):
    try:
        with os.scandir(directory or (b"." if isinstance(like, bytes) else ".")) as entries:
            for entry in entries:
                try:
                    if not only_dirs or entry.is_dir():
                        yield os.fsencode(entry.name) if isinstance(like, bytes) else entry.name
                except OSError:
                    pass
    except OSError:
        return


def _flat(directory, pattern, only_dirs, hidden):
    names = list(_names(directory, only_dirs, pattern))
    if not (hidden or _is_hidden(pattern)):
        names = [name for name in names if not _is_hidden(name)]
    return fnmatch.filter(names, pattern)


def _exact(directory, base, only_dirs, hidden):
    if base:
        return [base] if os.path.lexists(_join(directory, base)) else []
    return [base] if os.path.isdir(directory) else []


def _deep(directory, pattern, only_dirs, hidden):
    if not directory or os.path.isdir(directory):
        yield pattern[:0]
    yield from _below(directory, only_dirs, hidden, pattern)


def _below(directory, only_dirs, hidden, like):
    for name in list(_names(directory, only_dirs, like)):
        if hidden or not _is_hidden(name):
            yield name
            path = _join(directory, name) if directory else name
            for below in _below(path, only_dirs, hidden, like):
                yield _join(name, below)


def glob0(dirname, pattern):
    """The name alone if there is such a file in a directory; the old way."""
    _warn_of("glob0")
    return _exact(dirname, pattern, False, False)


def glob1(dirname, pattern):
    """The names in a directory that match a pattern; the old way."""
    _warn_of("glob1")
    return _flat(dirname, pattern, False, False)


def _warn_of(name):
    import warnings
    warnings.warn(
        f"glob.{name} is deprecated and will be removed in Python 3.15. Use glob.glob and pass a directory to its root_dir "
        "argument instead.", DeprecationWarning, stacklevel=3)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression for a pattern."""
    if not seps:
        seps = (os.path.sep, os.path.altsep) if os.path.altsep else os.path.sep
    escaped = "".join(map(re.escape, seps))
    any_sep = f"[{escaped}]" if len(seps) > 1 else escaped
    not_sep = f"[^{escaped}]"
    if include_hidden:
        one, many = f"{not_sep}+", f"(?:.+{any_sep})?"
        rest = ".*"
    else:
        one = f"[^{escaped}.]{not_sep}*"
        many = f"(?:{one}{any_sep})*"
        rest = f"{many}(?:{one})?"
    results = []
    parts = re.split(any_sep, pat)
    last = len(parts) - 1
    for i, part in enumerate(parts):
        if part == "*":
            results.append(one if i == last else f"{one}{any_sep}")
        elif recursive and part == "**":
            if i < last:
                if parts[i + 1] != "**":
                    results.append(many)
            else:
                results.append(rest)
        else:
            if part:
                if not include_hidden and part[0] in "*?":
                    results.append(r"(?!\.)")
                results += fnmatch._parts(part, f"{not_sep}*", not_sep)
            if i < last:
                results.append(any_sep)
    return rf"(?s:{''.join(results)})\Z"
