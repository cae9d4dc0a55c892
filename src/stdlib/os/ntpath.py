"""Common operations on Windows pathnames; what asks the system asks this one."""

import os
from posixpath import (
    _check_types, commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, islink, lexists, sameopenfile,
    samefile, samestat)

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix",
    "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "isreserved",
    "expanduser", "expandvars", "normpath", "abspath", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep",
    "devnull", "realpath", "supports_unicode_filenames", "relpath", "samefile", "sameopenfile", "samestat", "commonpath",
    "isjunction", "isdevdrive",
]

curdir = "."
pardir = ".."
extsep = "."
sep = "\\"
pathsep = ";"
altsep = "/"
defpath = ".;C:\\bin"
devnull = "nul"
supports_unicode_filenames = True

_BOTH = ("\\/", b"\\/")


def _signs(path):
    """Separator, alternative one, colon, dot and two dots in the kind of text that a path is."""
    return (b"\\", b"/", b":", b".", b"..") if isinstance(path, bytes) else ("\\", "/", ":", ".", "..")


def normcase(s):
    """The path in its usual case: small letters and backslashes."""
    s = os.fspath(s)
    if isinstance(s, bytes):
        return os.fsencode(normcase(os.fsdecode(s)))
    return s.replace("/", "\\").lower()


def isabs(s):
    """Whether a path is absolute: it has a drive and a root, or is of the network."""
    s = os.fspath(s)
    sep, altsep, colon, *_ = _signs(s)
    s = s[:3].replace(altsep, sep)
    return s.startswith(colon + sep, 1) or s.startswith(sep + sep)


def splitroot(p):
    """Split a path into drive, root and the rest."""
    p = os.fspath(p)
    sep, altsep, colon, *_ = _signs(p)
    empty = p[:0]
    plain = p.replace(altsep, sep)
    if plain[:1] != sep:
        if plain[1:2] != colon:
            return empty, empty, p
        root = 1 if plain[2:3] == sep else 0
        return p[:2], p[2:2 + root], p[2 + root:]
    if plain[1:2] != sep:
        return empty, p[:1], p[1:]
    # Two separators: a machine and what it shares, or a device; with ?\UNC\ before it the machine comes later.
    begin = 8 if plain[:8].upper() == (sep + sep + (b"?" if isinstance(p, bytes) else "?") + sep
                                       + (b"UNC" if isinstance(p, bytes) else "UNC") + sep) else 2
    machine = plain.find(sep, begin)
    share = -1 if machine == -1 else plain.find(sep, machine + 1)
    if share == -1:
        return p, empty, empty
    return p[:share], p[share:share + 1], p[share + 1:]


def splitdrive(p):
    """Split a path into drive and the rest."""
    drive, root, tail = splitroot(p)
    return drive, root + tail


def join(path, *paths):
    """Two or more pathname components in one; one with another drive or a root makes those before it vanish."""
    path = os.fspath(path)
    try:
        sep, altsep, colon, *_ = _signs(path)
        both = sep + altsep
        drive, root, rest = splitroot(path)
        for each in map(os.fspath, paths):
            new_drive, new_root, new_rest = splitroot(each)
            if new_root:
                if new_drive or not drive:
                    drive = new_drive
                root, rest = new_root, new_rest
                continue
            if new_drive and new_drive != drive:
                if new_drive.lower() != drive.lower():
                    drive, root, rest = new_drive, new_root, new_rest
                    continue
                drive = new_drive
            if rest and rest[-1:] not in both:
                rest += sep
            rest += new_rest
        if rest and not root and drive and drive[-1:] not in colon + both:
            return drive + sep + rest
        return drive + root + rest
    except (TypeError, AttributeError, BytesWarning):
        _check_types("join", path, *paths)
        raise


def split(p):
    """Split a path into what stands before its last part, and that."""
    p = os.fspath(p)
    both = _BOTH[isinstance(p, bytes)]
    drive, root, rest = splitroot(p)
    place = len(rest)
    while place and rest[place - 1:place] not in both:
        place -= 1
    head, tail = rest[:place], rest[place:]
    return drive + root + head.rstrip(both), tail


def splitext(p):
    """Split the extension from a path."""
    p = os.fspath(p)
    both = _BOTH[isinstance(p, bytes)]
    dot = _signs(p)[3]
    begin = max(p.rfind(both[:1]), p.rfind(both[1:])) + 1
    place = p.rfind(dot)
    if place >= begin and p[begin:place].strip(dot):
        return p[:place], p[place:]
    return p, p[:0]


def basename(p):
    """The last part of a path."""
    return split(p)[1]


def dirname(p):
    """What stands before the last part of a path."""
    return split(p)[0]


def ismount(path):
    """Whether a path is the root of a drive or of what a machine shares."""
    path = os.fspath(path)
    both = _BOTH[isinstance(path, bytes)]
    drive, root, rest = splitroot(abspath(path))
    return not rest and (bool(root) or drive[:1] in both and bool(drive))


def isjunction(path):
    """Whether a path is a junction, which this system does not know."""
    os.fspath(path)
    return False


def isdevdrive(path):
    """Whether a path is on a drive for developers, which this system does not know."""
    os.fspath(path)
    return False


_RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
_RESERVED |= {f"{name}{number}" for name in ("COM", "LPT") for number in "123456789\xb9\xb2\xb3"}
_FORBIDDEN = {chr(code) for code in range(32)} | set('"*:<>?|/\\')


def isreserved(path):
    """Whether a path has a part that Windows keeps for itself."""
    names = os.fsdecode(splitroot(path)[2]).replace(altsep, sep).split(sep)
    return any(map(_is_reserved_name, names))


def _is_reserved_name(name):
    if name.endswith((".", " ")):
        return name not in (".", "..")
    stem = name.partition(".")[0].rstrip(" ").upper()
    return stem in _RESERVED or not _FORBIDDEN.isdisjoint(name)


def expanduser(path):
    """The path with ~ and ~user replaced."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expanduser(os.fsdecode(path)))
    if not path.startswith("~"):
        return path
    end = 1
    while end < len(path) and path[end] not in "\\/":
        end += 1
    environment = os.environ
    if "USERPROFILE" in environment:
        home = environment["USERPROFILE"]
    elif "HOMEPATH" in environment:
        home = join(environment.get("HOMEDRIVE", ""), environment["HOMEPATH"])
    else:
        return path
    if end != 1:
        current = environment.get("USERNAME")
        if path[1:end] != current:
            # Others are taken to live beside the current user.
            if current != basename(home):
                return path
            home = join(dirname(home), path[1:end])
    return home + path[end:]


def expandvars(path):
    """The path with $name, ${name} and %name% replaced; what is not known stays."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    out, at = "", 0
    while at < len(path):
        sign = path[at]
        end = None
        if sign == "'":
            stop = path.find("'", at + 1)
            stop = len(path) if stop < 0 else stop + 1
            out += path[at:stop]
            at = stop
            continue
        if path[at:at + 2] in ("%%", "$$"):
            out += sign
            at += 2
            continue
        if sign == "%":
            stop = path.find("%", at + 1)
            name, end = (path[at + 1:stop], stop + 1) if stop > 0 else (None, None)
        elif path[at:at + 2] == "${":
            stop = path.find("}", at + 2)
            name, end = (path[at + 2:stop], stop + 1) if stop > 0 else (None, None)
        elif sign == "$":
            stop = at + 1
            while stop < len(path) and (path[stop].isascii() and path[stop].isalnum() or path[stop] in "_-"):
                stop += 1
            name, end = (path[at + 1:stop], stop) if stop > at + 1 else (None, None)
        if end is None:
            if sign in "%$" and (sign == "%" or path[at:at + 2] == "${"):
                return out + path[at:]
            out += sign
            at += 1
            continue
        out += os.environ.get(name, path[at:end])
        at = end
    return out


def normpath(path):
    """The path without doubled separators, dots and steps back."""
    path = os.fspath(path)
    sep, altsep, _, dot, dots = _signs(path)
    drive, root, rest = splitroot(path.replace(altsep, sep))
    parts = []
    for part in rest.split(sep):
        if not part or part == dot:
            continue
        if part != dots:
            parts.append(part)
        elif parts and parts[-1] != dots:
            parts.pop()
        elif not root:
            parts.append(part)
    return drive + root + sep.join(parts) or dot


def abspath(path):
    """The path from the root."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(path, *, strict=False):
    """The path from the root; this system has no links with such names."""
    return abspath(path)


def relpath(path, start=None):
    """The path as seen from another."""
    path = os.fspath(path)
    sep, _, _, dot, dots = _signs(path)
    if not path:
        raise ValueError("no path specified")
    start = dot if start is None else start
    try:
        start = os.fspath(start)
        start_drive, _, start_rest = splitroot(abspath(start))
        drive, _, rest = splitroot(abspath(path))
        if normcase(start_drive) != normcase(drive):
            raise ValueError(f"path is on mount {drive!r}, start on mount {start_drive!r}")
        back = start_rest.split(sep) if start_rest else []
        forth = rest.split(sep) if rest else []
        common = 0
        for mine, theirs in zip(back, forth):
            if normcase(mine) != normcase(theirs):
                break
            common += 1
        return sep.join([dots] * (len(back) - common) + forth[common:]) or dot
    except (TypeError, ValueError, AttributeError, BytesWarning, DeprecationWarning):
        _check_types("relpath", path, start)
        raise


def commonpath(paths):
    """The longest path that all have in common."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    sep, altsep, _, dot, _ = _signs(paths[0])
    try:
        whole = [splitroot(each.replace(altsep, sep).lower()) for each in paths]
        if len({drive for drive, _, _ in whole}) != 1:
            raise ValueError("Paths don't have the same drive")
        drive, root, rest = splitroot(paths[0].replace(altsep, sep))
        if len({each for _, each, _ in whole}) != 1:
            if drive:
                raise ValueError("Can't mix absolute and relative paths")
            raise ValueError("Can't mix rooted and not-rooted paths")
        shown = [part for part in rest.split(sep) if part and part != dot]
        parts = [[part for part in each.split(sep) if part and part != dot] for _, _, each in whole]
        low, high = min(parts), max(parts)
        count = 0
        for mine, theirs in zip(low, high):
            if mine != theirs:
                break
            count += 1
        return drive + root + sep.join(shown[:count])
    except (TypeError, AttributeError):
        _check_types("commonpath", *paths)
        raise
