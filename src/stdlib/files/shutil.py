"""Copying, moving and removing files and directories."""

import os
import stat
import fnmatch
import errno

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
    "SpecialFileError", "ExecError", "ReadError", "RegistryError", "chown", "which", "get_terminal_size",
    "SameFileError", "ignore_patterns",
]

COPY_BUFSIZE = 256 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    """The file is a special one, like a named pipe."""


class ExecError(OSError):
    """A command could not be executed."""


class ReadError(OSError):
    """An archive cannot be read."""


class RegistryError(Exception):
    """A registry of archives has a mistake in it."""


def copyfileobj(fsrc, fdst, length=0):
    """Copy the content of one open file to another."""
    if not length:
        length = COPY_BUFSIZE
    while True:
        data = fsrc.read(length)
        if not data:
            break
        fdst.write(data)


def _samefile(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy the content of a file."""
    if _samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    for path in (src, dst):
        try:
            found = os.stat(path)
        except OSError:
            continue
        if stat.S_ISFIFO(found.st_mode):
            raise SpecialFileError(f"`{os.fspath(path)}` is a named pipe")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from error
            raise
    return dst


def _both_links(src, dst, follow_symlinks):
    return not follow_symlinks and os.path.islink(src) and os.path.islink(dst)


def copymode(src, dst, *, follow_symlinks=True):
    """Copy the permission bits of a file."""
    if _both_links(src, dst, follow_symlinks):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copy the permission bits and times of a file."""
    follow = not _both_links(src, dst, follow_symlinks)
    found = os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(found.st_atime_ns, found.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(found.st_mode))


def _target(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file and its permission bits."""
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copy a file, its permission bits and its times."""
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """What copytree() takes as ignore, for names that match patterns."""
    def ignored(path, names):
        found = []
        for pattern in patterns:
            found.extend(fnmatch.filter(names, pattern))
        return set(found)

    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copy a directory and all in it."""
    with os.scandir(src) as found:
        entries = list(found)
    ignored = set()
    if ignore is not None:
        ignored = ignore(os.fspath(src), [entry.name for entry in entries])
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in ignored:
            continue
        source = os.path.join(src, entry.name)
        target = os.path.join(dst, entry.name)
        what = entry if copy_function in (copy, copy2) else source
        try:
            if entry.is_symlink():
                link = os.readlink(source)
                if symlinks:
                    os.symlink(link, target)
                    copystat(what, target, follow_symlinks=not symlinks)
                    continue
                if not os.path.exists(link if os.path.isabs(link) else os.path.join(src, link)) and (
                        ignore_dangling_symlinks):
                    continue
            if entry.is_dir():
                copytree(what, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(what, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as why:
            errors.append((source, target, str(why)))
    try:
        copystat(src, dst)
    except OSError as why:
        errors.append((src, dst, str(why)))
    if errors:
        raise Error(errors)
    return dst


def _reraise(function, path, error):
    raise error


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a directory and all in it."""
    if ignore_errors:
        def handle(function, path, error):
            pass
    elif onexc is not None:
        handle = onexc
    elif onerror is not None:
        import warnings
        warnings.warn("onerror argument is deprecated, use onexc instead", DeprecationWarning, stacklevel=1)

        def handle(function, path, error):
            onerror(function, path, (type(error), error, error.__traceback__))
    else:
        handle = _reraise
    _rmtree(path, handle)


def _rmtree(path, handle):
    try:
        found = os.lstat(path)
    except OSError as error:
        handle(os.lstat, path, error)
        return
    if stat.S_ISLNK(found.st_mode):
        handle(os.path.islink, path, OSError("Cannot call rmtree on a symbolic link"))
        return
    try:
        with os.scandir(path) as found:
            entries = list(found)
    except FileNotFoundError:
        return
    except OSError as error:
        handle(os.scandir, path, error)
        entries = []
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _rmtree(entry.path, handle)
            continue
        try:
            os.unlink(entry.path)
        except FileNotFoundError:
            continue
        except OSError as error:
            handle(os.unlink, entry.path, error)
    try:
        os.rmdir(path)
    except FileNotFoundError:
        return
    except OSError as error:
        handle(os.rmdir, path, error)


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    """Move a file or a directory."""
    real = dst
    if os.path.isdir(dst):
        if _samefile(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return None
        name = os.path.basename(os.fspath(src).rstrip(os.path.sep))
        real = os.path.join(dst, name)
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EEXIST, errno.ENOTEMPTY):
            raise
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            below = os.path.abspath(src).rstrip(os.sep) + os.sep
            if (os.path.abspath(dst) + os.sep).startswith(below):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    """Change the owner of a file."""
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    for who, kind in ((user, "user"), (group, "group")):
        if isinstance(who, str):
            raise LookupError(f"no such {kind}: {who!r}")
    os.chown(path, -1 if user is None else user, -1 if group is None else group, follow_symlinks=follow_symlinks)


def get_terminal_size(fallback=(80, 24)):
    """Columns and lines of the terminal."""
    sizes = []
    for name in ("COLUMNS", "LINES"):
        try:
            sizes.append(int(os.environ[name]))
        except (KeyError, ValueError):
            sizes.append(0)
    columns, lines = sizes
    if columns <= 0 or lines <= 0:
        try:
            found = os.get_terminal_size(1)
        except (ValueError, OSError):
            found = os.terminal_size(fallback)
        columns = columns if columns > 0 else found.columns or fallback[0]
        lines = lines if lines > 0 else found.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a program."""
    def usable(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)

    if os.path.dirname(cmd):
        return cmd if usable(cmd) else None
    if path is None:
        path = os.environ.get("PATH", os.defpath)
    if not path:
        return None
    as_bytes = isinstance(cmd, bytes)
    path = os.fsencode(path).split(b":") if as_bytes else os.fsdecode(path).split(os.pathsep)
    seen = set()
    for directory in path:
        if directory in seen:
            continue
        seen.add(directory)
        name = os.path.join(directory, cmd)
        if usable(name):
            return name
    return None
