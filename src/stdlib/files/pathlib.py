"""Paths as objects."""

import errno
import io
import os
import posixpath
import stat as _stat

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath",
           "WindowsPath"]


class UnsupportedOperation(NotImplementedError):
    """An operation that this system does not know."""


class _Parents:
    """The paths above a path, nearest first."""

    def __init__(self, path):
        self._path, self._tail = path, path._tail

    def __len__(self):
        return len(self._tail)

    def __iter__(self):
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, idx):
        count = len(self)
        if isinstance(idx, slice):
            return tuple(map(self.__getitem__, range(count)[idx]))
        if idx >= count or idx < -count:
            raise IndexError(idx)
        return self._path._from_parts(self._path.drive, self._path.root, self._tail[:count - 1 - idx % count])

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def __contains__(self, item):
        return any(item == path for path in self)

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path that is only looked at."""

    __slots__ = ("_raw_paths", "_str", "_parsed", "_hashed")
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        paths = []
        for arg in args:
            if isinstance(arg, PurePath):
                # What is written with other separators is taken over with slashes.
                paths.extend(arg._raw_paths if arg.parser is self.parser else [arg.as_posix()])
                continue
            path = os.fspath(arg) if not isinstance(arg, str) and hasattr(arg, "__fspath__") else arg
            if not isinstance(path, str):
                raise TypeError(
                    "argument should be a str or an os.PathLike object where __fspath__ returns a str, not "
                    f"{type(path).__name__!r}")
            paths.append(path)
        self._raw_paths = paths
        self._parsed = None
        self._str = None

    def with_segments(self, *pathsegments):
        """A path of the same kind."""
        return type(self)(*pathsegments)

    def _spelled(self, drive, root, tail):
        sep = self.parser.sep
        if drive or root:
            return drive + root + sep.join(tail)
        if tail and self.parser.splitdrive(tail[0])[0]:
            # Else the first part would be taken for a drive.
            tail = [".", *tail]
        return sep.join(tail)

    def _from_parts(self, drive, root, tail):
        text = self._spelled(drive, root, tail)
        path = self.with_segments(text)
        path._str = text or "."
        path._parsed = drive, root, list(tail)
        return path

    @property
    def _raw_path(self):
        paths = self._raw_paths
        if len(paths) == 1:
            return paths[0]
        return self.parser.join(*paths) if paths else ""

    def _parse(self):
        if self._parsed is None:
            parser, path = self.parser, self._raw_path
            if parser.altsep:
                path = path.replace(parser.altsep, parser.sep)
            drive, root, rest = parser.splitroot(path)
            if drive[:1] == parser.sep and not root and not drive.endswith(parser.sep):
                parts = drive.split(parser.sep)
                # A machine and what it shares: the root there is meant.
                if len(parts) == 4 and parts[2] not in "?." or len(parts) == 6:
                    root = parser.sep
            self._parsed = drive, root, [part for part in rest.split(parser.sep) if part and part != "."]
        return self._parsed

    @property
    def _tail(self):
        return self._parse()[2]

    @property
    def drive(self):
        """The drive, which is empty on Posix."""
        return self._parse()[0]

    @property
    def root(self):
        """The root, or ''."""
        return self._parse()[1]

    @property
    def anchor(self):
        """The drive and the root, or ''."""
        return self.drive + self.root

    def __str__(self):
        if self._str is None:
            self._str = self._spelled(*self._parse()) or "."
        return self._str

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The path with forward slashes."""
        return str(self).replace(self.parser.sep, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        """The path as a file URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        drive, path = self.drive, self.as_posix()
        if len(drive) == 2 and drive[1] == ":":
            begin, path = f"file:///{drive}", path[2:]
        else:
            begin = "file:" if drive else "file://"
        safe = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/"
        return begin + "".join(chr(byte) if byte in safe else f"%{byte:02X}" for byte in os.fsencode(path))

    @property
    def _folded(self):
        return str(self) if self.parser is posixpath else str(self).lower()

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._folded == other._folded and self.parser is other.parser

    def __hash__(self):
        try:
            return self._hashed
        except AttributeError:
            self._hashed = hash(self._folded)
            return self._hashed

    @property
    def _key(self):
        return self._folded.split(self.parser.sep)

    def _is_like(self, other):
        return isinstance(other, PurePath) and self.parser is other.parser

    def __lt__(self, other):
        return self._key < other._key if self._is_like(other) else NotImplemented

    def __le__(self, other):
        return self._key <= other._key if self._is_like(other) else NotImplemented

    def __gt__(self, other):
        return self._key > other._key if self._is_like(other) else NotImplemented

    def __ge__(self, other):
        return self._key >= other._key if self._is_like(other) else NotImplemented

    def __reduce__(self):
        return self.__class__, tuple(self._raw_paths)

    def _joined(self, *parts):
        try:
            return self.with_segments(*parts)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        return self._joined(key, self)

    def __truediv__(self, key):
        return self._joined(self, key)

    def joinpath(self, *pathsegments):
        """This path with others behind it."""
        return self.with_segments(self, *pathsegments)

    @property
    def parts(self):
        """The parts of the path as a tuple."""
        anchor, tail = self.anchor, self._tail
        return (anchor, *tail) if anchor else tuple(tail)

    @property
    def parent(self):
        """The path above."""
        drive, root, tail = self._parse()
        return self._from_parts(drive, root, tail[:-1]) if tail else self

    @property
    def parents(self):
        """The paths above, nearest first."""
        return _Parents(self)

    @property
    def name(self):
        """The last part, if any."""
        tail = self._tail
        return tail[-1] if tail else ""

    @property
    def suffix(self):
        """The last part's extension with its dot, if any."""
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All extensions of the last part."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The last part without its extension."""
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    def with_name(self, name):
        """The path with another last part."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        sep, altsep = self.parser.sep, self.parser.altsep
        if not name or sep in name or altsep and altsep in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        drive, root, tail = self._parse()
        return self._from_parts(drive, root, tail[:-1] + [name])

    def with_stem(self, stem):
        """The path with another stem."""
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        """The path with another extension."""
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not (suffix.startswith(".") and len(suffix) > 1):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def _other(self, function, other, deprecated):
        if deprecated:
            import warnings
            warnings.warn(
                f"support for supplying more than one positional argument to pathlib.PurePath.{function}() is deprecated "
                "and scheduled for removal in Python 3.14", DeprecationWarning, 3)
            return self.with_segments(other, *deprecated)
        return other if hasattr(other, "with_segments") else self.with_segments(other)

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        """The path as seen from another one above it."""
        other = self._other("relative_to", other, _deprecated)
        for step, path in enumerate((other, *other.parents)):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._from_parts("", "", [".."] * step + self._tail[len(path._tail):])

    def is_relative_to(self, other, /, *_deprecated):
        """Whether the path is below another one."""
        other = self._other("is_relative_to", other, _deprecated)
        return other == self or other in self.parents

    def is_absolute(self):
        """Whether the path has a root, and a drive where there are some."""
        return self.parser.isabs(str(self))

    def is_reserved(self):
        """Whether the path has a part that the system keeps for itself."""
        import warnings
        warnings.warn(
            "pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. Use "
            "os.path.isreserved() to detect reserved paths on Windows.", DeprecationWarning, 2)
        return self.parser is not posixpath and self.parser.isreserved(str(self))

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the path matches a pattern, from the right unless that is absolute."""
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        mine, theirs = self.parts[::-1], pattern.parts[::-1]
        case_sensitive = self._minds_case(case_sensitive)
        if not theirs:
            raise ValueError("empty pattern")
        if len(mine) < len(theirs) or len(mine) > len(theirs) and pattern.anchor:
            return False
        return all(_matches(part, wanted, case_sensitive) for part, wanted in zip(mine, theirs))

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether the whole path matches a pattern; ** stands for any parts."""
        pattern = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        return _match_all(list(self.parts), list(pattern.parts), self._minds_case(case_sensitive))

    def _minds_case(self, case_sensitive):
        return self.parser is posixpath if case_sensitive is None else case_sensitive

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


def _matches(name, pattern, case_sensitive=None):
    from fnmatch import fnmatchcase
    if case_sensitive is False:
        return fnmatchcase(name.lower(), pattern.lower())
    return fnmatchcase(name, pattern)


def _match_all(parts, patterns, case_sensitive):
    if not patterns:
        return not parts
    first, rest = patterns[0], patterns[1:]
    if first == "**":
        return any(_match_all(parts[i:], rest, case_sensitive) for i in range(len(parts) + 1))
    return bool(parts) and _matches(parts[0], first, case_sensitive) and _match_all(parts[1:], rest, case_sensitive)


class PurePosixPath(PurePath):
    """A Posix path that is only looked at."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    """A Windows path that is only looked at."""

    __slots__ = ()

    @property
    def parser(self):
        """The module that knows such paths."""
        import ntpath
        return ntpath


os.PathLike.register(PurePath)


class Path(PurePath):
    """A path to something in the file system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        """The current directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's home directory."""
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        """The path that a file URI means."""
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri.removeprefix("file:")
        # The host may be left out or be this machine.
        for host in ("//localhost", "//"):
            if path.startswith(f"{host}/"):
                path = path.removeprefix(host)
                break
        data = bytearray()
        raw = os.fsencode(path)
        at = 0
        while at < len(raw):
            if raw[at] == 37 and at + 2 < len(raw):
                data.append(int(raw[at + 1:at + 3], 16))
                at += 3
            else:
                data.append(raw[at])
                at += 1
        made = cls(os.fsdecode(bytes(data)))
        if not made.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return made

    def stat(self, *, follow_symlinks=True):
        """What os.stat() tells."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """What os.lstat() tells."""
        return os.lstat(self)

    def _mode(self, follow_symlinks=True):
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode
        except OSError as error:
            if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP):
                raise
            return 0
        except ValueError:
            return 0

    def exists(self, *, follow_symlinks=True):
        """Whether there is something."""
        return self._mode(follow_symlinks) != 0

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a directory."""
        return _stat.S_ISDIR(self._mode(follow_symlinks))

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a regular file."""
        return _stat.S_ISREG(self._mode(follow_symlinks))

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return _stat.S_ISLNK(self._mode(False))

    def is_block_device(self):
        """Whether it is a block device."""
        return _stat.S_ISBLK(self._mode())

    def is_char_device(self):
        """Whether it is a character device."""
        return _stat.S_ISCHR(self._mode())

    def is_fifo(self):
        """Whether it is a pipe."""
        return _stat.S_ISFIFO(self._mode())

    def is_socket(self):
        """Whether it is a socket."""
        return _stat.S_ISSOCK(self._mode())

    def is_mount(self):
        """Whether it is a mount point."""
        return os.path.ismount(self)

    def is_junction(self):
        """Whether it is a junction: never on Posix."""
        return False

    def samefile(self, other_path):
        """Whether both lead to one file."""
        other = other_path.stat() if hasattr(other_path, "stat") else self.with_segments(other_path).stat()
        return os.path.samestat(self.stat(), other)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """The content as bytes."""
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        """The content as text."""
        with self.open("r", encoding=encoding, errors=errors, newline=newline) as file:
            return file.read()

    def write_bytes(self, data):
        """Write bytes as the content."""
        view = memoryview(data)
        with self.open("wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Write text as the content."""
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {data.__class__.__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def iterdir(self):
        """The paths in the directory."""
        names = os.listdir(self)
        return (self._from_parts(self.drive, self.root, self._tail + [name]) for name in names)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below this one that match a pattern."""
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern) if pattern else None
        if pattern is None or not pattern.parts:
            raise ValueError(f"Unacceptable pattern: {self.with_segments('')!r}")
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = list(pattern._tail)
        wants_dirs = pattern._raw_path.endswith("/")
        return self._glob(parts, wants_dirs, case_sensitive, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths anywhere below this one that match a pattern."""
        text = str(pattern) if isinstance(pattern, PurePath) else pattern
        if text[:1] == "/":
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self.glob(
            "**/" + text if text else "**/", case_sensitive=case_sensitive, recurse_symlinks=recurse_symlinks)

    def _entries(self):
        try:
            with os.scandir(self) as found:
                return list(found)
        except OSError:
            return []

    def _glob(self, parts, wants_dirs, case_sensitive, recurse_symlinks):
        from glob import has_magic
        if not parts:
            if not wants_dirs or self.is_dir():
                yield self
            return
        first, rest = parts[0], parts[1:]
        if first == "**":
            while rest and rest[0] == "**":
                rest = rest[1:]
            yield from self._deep_glob(rest, wants_dirs, case_sensitive, recurse_symlinks)
            return
        if not has_magic(first) and case_sensitive is not False:
            path = self._from_parts(self.drive, self.root, self._tail + [first])
            if rest or path.exists(follow_symlinks=False):
                yield from path._glob(rest, wants_dirs, case_sensitive, recurse_symlinks)
            return
        for entry in self._entries():
            if not _matches(entry.name, first, case_sensitive):
                continue
            if rest or wants_dirs:
                try:
                    if not entry.is_dir():
                        continue
                except OSError:
                    continue
            path = self._from_parts(self.drive, self.root, self._tail + [entry.name])
            yield from path._glob(rest, wants_dirs, case_sensitive, recurse_symlinks)

    def _deep_glob(self, rest, wants_dirs, case_sensitive, recurse_symlinks):
        yield from self._glob(rest, wants_dirs, case_sensitive, recurse_symlinks)
        for entry in self._entries():
            try:
                is_dir = entry.is_dir(follow_symlinks=recurse_symlinks)
            except OSError:
                continue
            path = self._from_parts(self.drive, self.root, self._tail + [entry.name])
            if is_dir:
                yield from path._deep_glob(rest, wants_dirs, case_sensitive, recurse_symlinks)
            elif not rest and not wants_dirs:
                yield path

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Triples of path, directory names and file names below the directory."""
        for root, dirs, files in os.walk(
                self, topdown=top_down, onerror=on_error, followlinks=follow_symlinks):
            yield self.with_segments(root), dirs, files

    def absolute(self):
        """The path from the root."""
        return self if self.is_absolute() else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        """The path from the root, without symbolic links."""
        return self.with_segments(os.path.realpath(self, strict=strict))

    def expanduser(self):
        """The path with ~ and ~user replaced."""
        if self.root or not self._tail or self._tail[0][:1] != "~":
            return self
        home = os.path.expanduser(self._tail[0])
        if home[:1] == "~":
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *self._tail[1:])

    def readlink(self):
        """What a symbolic link points to."""
        return self.with_segments(os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        """Make the file, or set its times."""
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make the directory."""
        try:
            os.mkdir(self, mode)
        except OSError as error:
            if not isinstance(error, FileNotFoundError):
                if exist_ok and self.is_dir():
                    return
                raise
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)

    def rmdir(self):
        """Remove the empty directory."""
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        """Remove the file."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def replace(self, target):
        """Rename, over what may be there; the new path."""
        os.replace(self, target)
        return self.with_segments(target)

    def rename(self, target):
        """Rename; the new path."""
        os.rename(self, target)
        return self.with_segments(target)

    def lchmod(self, mode):
        """Change the permission bits of a symbolic link itself."""
        self.chmod(mode, follow_symlinks=False)

    def chmod(self, mode, *, follow_symlinks=True):
        """Change the permission bits."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def symlink_to(self, target, target_is_directory=False):
        """Make this a symbolic link."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make this a hard link."""
        os.link(target, self)

    def owner(self, *, follow_symlinks=True):
        """The name of the owner."""
        uid = self.stat(follow_symlinks=follow_symlinks).st_uid
        name = os._user_name(uid)
        if name is None:
            raise KeyError(f"getpwuid(): uid not found: {uid}")
        return name

    def group(self, *, follow_symlinks=True):
        """The name of the group."""
        import grp
        return grp.getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name


class PosixPath(Path, PurePosixPath):
    """A Posix path to something in the file system."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A Windows path to something in the file system, of which there are none here."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")
