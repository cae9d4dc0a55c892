"""Members of zip files as paths."""

import contextlib
import io
import itertools
import pathlib
import posixpath
import re

import zipfile

__all__ = ["Path"]


def _parents(path):
    """The folders above a member, the nearest first."""
    path = path.rstrip("/")
    while (path := posixpath.dirname(path.rstrip("/"))) and path.rstrip("/"):
        yield path


class CompleteDirs(zipfile.ZipFile):
    """A zip file that also names the folders that it only implies."""

    @staticmethod
    def _implied_dirs(names):
        known = set(names)
        above = itertools.chain.from_iterable(map(_parents, names))
        return [folder for folder in dict.fromkeys(f"{path}/" for path in above) if folder not in known]

    def namelist(self):
        names = super().namelist()
        return names + self._implied_dirs(names)

    def _name_set(self):
        return set(self.namelist())

    def resolve_dir(self, name):
        """The name with a slash at its end, if it is a folder's."""
        names = self._name_set()
        return name + "/" if name not in names and name + "/" in names else name

    def getinfo(self, name):
        try:
            return super().getinfo(name)
        except KeyError:
            if not name.endswith("/") or name not in self._name_set():
                raise
            return zipfile.ZipInfo(filename=name)

    @classmethod
    def make(cls, source):
        """Such a zip file of a name, a file or a zip file."""
        if isinstance(source, CompleteDirs):
            return source
        if not isinstance(source, zipfile.ZipFile):
            return cls(source)
        if "r" not in source.mode:
            cls = CompleteDirs
        source.__class__ = cls
        return source

    @classmethod
    def inject(cls, zf):
        """Write the folders that are only implied."""
        for name in cls._implied_dirs(zf.namelist()):
            zf.writestr(name, b"")
        return zf


class FastLookup(CompleteDirs):
    """One that nobody writes to: its names are found out once."""

    def namelist(self):
        with contextlib.suppress(AttributeError):
            return self.__names
        self.__names = super().namelist()
        return self.__names

    def _name_set(self):
        with contextlib.suppress(AttributeError):
            return self.__lookup
        self.__lookup = super()._name_set()
        return self.__lookup


def _pattern(glob):
    """The regular expression of a pattern: ** is any number of folders, * no slash, ? one character."""
    parts = []
    segments = glob.split("/")
    for place, segment in enumerate(segments):
        is_last = place == len(segments) - 1
        if segment == "**":
            parts.append(".*" if is_last else "(?:.*/)?")
            continue
        if "**" in segment:
            raise ValueError("** must appear alone in a path segment")
        for piece in re.findall(r"\[[^\]]*\]|\*|\?|.", segment, re.DOTALL):
            if piece == "*":
                parts.append("[^/]*")
            elif piece == "?":
                parts.append("[^/]")
            elif piece.startswith("[") and len(piece) > 1:
                parts.append("[^" + piece[2:] if piece.startswith("[!") else piece)
            else:
                parts.append(re.escape(piece))
        if not is_last:
            parts.append("/")
    return "(?s:" + "".join(parts) + "/?)\\Z"


def _text_arguments(encoding=None, *args, **kwargs):
    """The encoding, which may come first, and the other arguments of io.TextIOWrapper."""
    return io.text_encoding(encoding, 4), args, kwargs


class Path:
    """A member of a zip file, or a folder in it, with the methods of pathlib's paths."""

    __repr = "{self.__class__.__name__}({self.root.filename!r}, {self.at!r})"

    def __init__(self, root, at=""):
        self.root = FastLookup.make(root)
        self.at = at

    def __eq__(self, other):
        if self.__class__ is not other.__class__:
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def __getstate__(self):
        if self.root.filename is None or not isinstance(self.root.filename, str):
            raise TypeError("Cannot pickle a path in a file that has no name")
        return {"name": self.root.filename, "mode": self.root.mode, "at": self.at}

    def __setstate__(self, state):
        self.__init__(FastLookup(state["name"], state["mode"]), state["at"])

    def open(self, mode="r", *args, pwd=None, **kwargs):
        """The member as a file, for text unless the mode has a "b"; what comes after the mode is for io.TextIOWrapper."""
        if self.is_dir():
            raise IsADirectoryError(self)
        kind = mode[0]
        if kind == "r" and not self.exists():
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, kind, pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        encoding, args, kwargs = _text_arguments(*args, **kwargs)
        return io.TextIOWrapper(stream, encoding, *args, **kwargs)

    def _base(self):
        return pathlib.PurePosixPath(self.at) if self.at else self.filename

    @property
    def name(self):
        """The last part of the path."""
        return self._base().name

    @property
    def suffix(self):
        """The last extension."""
        return self._base().suffix

    @property
    def suffixes(self):
        """All extensions."""
        return self._base().suffixes

    @property
    def stem(self):
        """The last part without its extension."""
        return self._base().stem

    @property
    def filename(self):
        """The path with the one of the zip file before it."""
        return pathlib.Path(self.root.filename).joinpath(self.at)

    def read_text(self, *args, **kwargs):
        """The text of the member."""
        encoding, args, kwargs = _text_arguments(*args, **kwargs)
        with self.open("r", encoding, *args, **kwargs) as file:
            return file.read()

    def read_bytes(self):
        """The bytes of the member."""
        with self.open("rb") as file:
            return file.read()

    def _is_child(self, path):
        return posixpath.dirname(path.at.rstrip("/")) == self.at.rstrip("/")

    def _next(self, at):
        return self.__class__(self.root, at)

    def is_dir(self):
        """Whether this is a folder."""
        return not self.at or self.at.endswith("/")

    def is_file(self):
        """Whether this is there and no folder."""
        return self.exists() and not self.is_dir()

    def exists(self):
        """Whether this is there."""
        return self.at in self.root._name_set()

    def iterdir(self):
        """What the folder holds."""
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        return filter(self._is_child, map(self._next, self.root.namelist()))

    def match(self, path_pattern):
        """Whether the path fits a pattern."""
        return pathlib.PurePosixPath(self.at).match(path_pattern)

    def is_symlink(self):
        """Whether this is a link."""
        import stat
        return stat.S_ISLNK(self.root.getinfo(self.at).external_attr >> 16)

    def glob(self, pattern):
        """What fits a pattern below this folder."""
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        matches = re.compile(re.escape(self.at) + _pattern(pattern)).fullmatch
        return map(self._next, filter(matches, self.root.namelist()))

    def rglob(self, pattern):
        """What fits a pattern at any depth below this folder."""
        return self.glob(f"**/{pattern}")

    def relative_to(self, other, *extra):
        """The path as seen from another."""
        return posixpath.relpath(str(self), str(other.joinpath(*extra)))

    def __str__(self):
        return posixpath.join(self.root.filename, self.at)

    def __repr__(self):
        return self.__repr.format(self=self)

    def joinpath(self, *other):
        """The path with others behind it."""
        return self._next(self.root.resolve_dir(posixpath.join(self.at, *other)))

    __truediv__ = joinpath

    @property
    def parent(self):
        """The folder that holds this."""
        if not self.at:
            return self.filename.parent
        above = posixpath.dirname(self.at.rstrip("/"))
        return self._next(above + "/" if above else above)
