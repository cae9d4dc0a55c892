"""Copying, moving and removing files and directories."""

import os
import stat
import fnmatch
import errno
import sys
from collections import namedtuple

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
    "SpecialFileError", "ExecError", "chown", "which", "get_terminal_size",
    "SameFileError", "ignore_patterns", "disk_usage", "make_archive", "get_archive_formats", "register_archive_format",
    "unregister_archive_format", "get_unpack_formats", "register_unpack_format", "unregister_unpack_format",
    "unpack_archive",
]

COPY_BUFSIZE = 256 * 1024

_usage = namedtuple("usage", "total used free")


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
    _copy_attributes(src, dst, follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(found.st_mode))


def _copy_attributes(src, dst, follow):
    """Copy the extended attributes, as far as both file systems know some and the user may set them."""
    silent = (errno.ENOTSUP, errno.ENODATA, errno.EINVAL)
    try:
        names = os.listxattr(src, follow_symlinks=follow)
    except OSError as error:
        if error.errno not in silent:
            raise
        return
    for name in names:
        try:
            os.setxattr(dst, name, os.getxattr(src, name, follow_symlinks=follow), follow_symlinks=follow)
        except OSError as error:
            if error.errno not in (*silent, errno.EPERM, errno.EACCES):
                raise


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
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

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
    if dir_fd is not None:
        path = os.path.join(f"/proc/self/fd/{dir_fd}", path)
    _rmtree(path, handle)


def _rmtree(path, handle):
    try:
        if stat.S_ISLNK(os.lstat(path).st_mode):
            raise OSError("Cannot call rmtree on a symbolic link")
    except OSError as error:
        handle(os.lstat if error.errno else os.path.islink, path, error)
        return
    # What is still to be done; directories stand before what is in them, to be removed after it.
    stack = [(_clear, path)]
    while stack:
        action, path = stack.pop()
        try:
            if action is not _clear:
                action(path)
                continue
            stack.append((os.rmdir, path))
            with os.scandir(path) as entries:
                found = list(entries)
            stack += [(_clear if entry.is_dir(follow_symlinks=False) else os.unlink, entry.path) for entry in found]
        except FileNotFoundError as error:
            if not stack and action is not _clear:
                handle(action, path, error)
        except OSError as error:
            handle(os.scandir if action is _clear else action, path, error)


def _clear(path):
    """What stands for a directory that is emptied first."""


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
    except OSError:
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
    os.chown(path, _number(user, "user"), _number(group, "group"), dir_fd=dir_fd, follow_symlinks=follow_symlinks)


def _number(who, kind):
    if not isinstance(who, str):
        return -1 if who is None else who
    import grp
    import pwd
    try:
        return pwd.getpwnam(who).pw_uid if kind == "user" else grp.getgrnam(who).gr_gid
    except KeyError:
        raise LookupError(f"no such {kind}: {who!r}") from None


def disk_usage(path):
    """How much room there is where a path is, how much of it is used, and how much is free."""
    found = os.statvfs(path)
    size = found.f_frsize
    return _usage(found.f_blocks * size, (found.f_blocks - found.f_bfree) * size, found.f_bavail * size)


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


def _late(name):
    """A function of the module that knows archives, which is read when it is called."""
    def function(*args, **options):
        import _shutil_archives
        return getattr(_shutil_archives, name)(*args, **options)

    function.__name__ = name
    return function


_make_tarball, _make_zipfile = _late("make_tarball"), _late("make_zipfile")
_make_tarball.supports_root_dir = _make_zipfile.supports_root_dir = True
_unpack_tarfile, _unpack_zipfile = _late("unpack_tarfile"), _late("unpack_zipfile")

#: How archives are made and taken apart: the usual kinds, and what other programs register.
_made = {
    "tar": (_make_tarball, [("compress", None)], "uncompressed tar file"),
    "gztar": (_make_tarball, [("compress", "gzip")], "gzip'ed tar-file"),
    "zip": (_make_zipfile, [], "ZIP file"),
    "bztar": (_make_tarball, [("compress", "bzip2")], "bzip2'ed tar-file"),
    "xztar": (_make_tarball, [("compress", "xz")], "xz'ed tar-file"),
}
_taken = {
    "tar": ([".tar"], _unpack_tarfile, [], "uncompressed tar file"),
    "zip": ([".zip"], _unpack_zipfile, [], "ZIP file"),
    "gztar": ([".tar.gz", ".tgz"], _unpack_tarfile, [], "gzip'ed tar-file"),
    "bztar": ([".tar.bz2", ".tbz2"], _unpack_tarfile, [], "bzip2'ed tar-file"),
    "xztar": ([".tar.xz", ".txz"], _unpack_tarfile, [], "xz'ed tar-file"),
}


def get_archive_formats():
    """Pairs of name and description of the kinds of archives that can be made."""
    return sorted((name, kind[2]) for name, kind in _made.items())


def register_archive_format(name, function, extra_args=None, description=""):
    """Say how a kind of archive is made."""
    if not callable(function):
        raise TypeError(f"The {function} object is not callable")
    if not isinstance(extra_args, (tuple, list, type(None))):
        raise TypeError("extra_args needs to be a sequence")
    if any(not isinstance(each, (tuple, list)) or len(each) != 2 for each in extra_args or ()):
        raise TypeError("extra_args elements are : (arg_name, value)")
    _made[name] = function, extra_args or [], description


def unregister_archive_format(name):
    """Forget how a kind of archive is made."""
    del _made[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """Make an archive; return its name."""
    if format not in _made:
        raise ValueError(f"unknown archive format {format!r}")
    function, extra, _ = _made[format]
    sys.audit("shutil.make_archive", base_name, format, root_dir, base_dir)
    options = dict(extra, dry_run=dry_run, logger=logger, owner=owner, group=group)
    before = None
    if root_dir is not None:
        base_name = os.path.abspath(base_name)
        if getattr(function, "supports_root_dir", False):
            options["root_dir"] = root_dir
        elif not dry_run:
            before = os.getcwd()
            os.chdir(root_dir)
    try:
        return function(base_name, os.curdir if base_dir is None else base_dir, **options)
    finally:
        if before is not None:
            os.chdir(before)


def get_unpack_formats():
    """Triples of name, endings and description of the kinds of archives that can be taken apart."""
    return sorted((name, kind[0], kind[3]) for name, kind in _taken.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
    """Say how a kind of archive is taken apart."""
    known = {ending: each for each, kind in _taken.items() for ending in kind[0]}
    for ending in extensions:
        if ending in known:
            raise RegistryError(f'{ending} is already registered for "{known[ending]}"')
    if not callable(function):
        raise TypeError("The registered function must be a callable")
    _taken[name] = extensions, function, extra_args or [], description


def unregister_unpack_format(name):
    """Forget how a kind of archive is taken apart."""
    del _taken[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Take an archive apart."""
    sys.audit("shutil.unpack_archive", filename, extract_dir, format)
    extract_dir = os.fspath(os.getcwd() if extract_dir is None else extract_dir)
    filename = os.fspath(filename)
    if format is None:
        format = next((name for name, kind in _taken.items() if filename.endswith(tuple(kind[0]))), None)
        if format is None:
            raise ReadError(f"Unknown archive format '{filename}'")
    elif format not in _taken:
        raise ValueError(f"Unknown unpack format '{format}'")
    _, function, extra, _ = _taken[format]
    # Zip files have nothing that a filter could refuse.
    more = {} if filter is None or format == "zip" else {"filter": filter}
    function(filename, extract_dir, **dict(extra), **more)
