"""Files and directories that are there for a while."""

import io as _io
import os as _os
import shutil as _shutil

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
    "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb",
]

TMP_MAX = 10000
template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def _random_name():
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in _os.urandom(8))


def _directories():
    found = [_os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if _os.environ.get(name)]
    return found + ["/tmp", "/var/tmp", "/usr/tmp", _os.getcwd()]


def _default_directory():
    for directory in _directories():
        directory = _os.path.abspath(directory)
        if _os.path.isdir(directory) and _os.access(directory, _os.W_OK | _os.X_OK):
            return directory
    raise FileNotFoundError(2, f"No usable temporary directory found in {_directories()}")


def gettempprefix():
    """What names of such files begin with."""
    return _os.fsdecode(template)


def gettempprefixb():
    """What names of such files begin with, in bytes."""
    return _os.fsencode(template)


def gettempdir():
    """The directory for such files."""
    global tempdir
    if tempdir is None:
        tempdir = _default_directory()
    return _os.fsdecode(tempdir)


def gettempdirb():
    """The directory for such files, in bytes."""
    return _os.fsencode(gettempdir())


def _parameters(suffix, prefix, directory):
    kinds = {bytes if isinstance(value, bytes) else str for value in (suffix, prefix, directory) if value is not None}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    # Without anything else the module's own directory says which kind is meant.
    as_bytes = kinds == {bytes} or not kinds and isinstance(tempdir, bytes)
    if suffix is None:
        suffix = b"" if as_bytes else ""
    if prefix is None:
        prefix = gettempprefixb() if as_bytes else gettempprefix()
    if directory is None:
        directory = gettempdirb() if as_bytes else gettempdir()
    else:
        directory = _os.fspath(directory)
    return suffix, prefix, directory, as_bytes


def _attempts(suffix, prefix, directory, as_bytes):
    for _ in range(TMP_MAX):
        name = _random_name()
        if as_bytes:
            name = _os.fsencode(name)
        yield _os.path.abspath(_os.path.join(directory, prefix + name + suffix))


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make a file; its descriptor and its path."""
    for path in _attempts(*_parameters(suffix, prefix, dir)):
        try:
            return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_NOFOLLOW, 0o600), path
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary file name found")


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a directory; its path."""
    for path in _attempts(*_parameters(suffix, prefix, dir)):
        try:
            _os.mkdir(path, 0o700)
            return path
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary directory name found")


def mktemp(suffix="", prefix=template, dir=None):
    """A path where nothing is yet."""
    if dir is None:
        dir = gettempdir()
    for path in _attempts(suffix, prefix, dir, False):
        if not _os.path.lexists(path):
            return path
    raise FileExistsError(17, "No usable temporary filename found")


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._delete_on_close = delete_on_close
        self._gone = False

    def __getattr__(self, name):
        found = getattr(self.__dict__["file"], name)
        if not callable(found) or isinstance(found, type):
            return found

        def call(*args, **kwargs):
            # Who has the method has the file: it is not removed meanwhile.
            self
            return found(*args, **kwargs)

        call.__name__, call.__doc__, call.__wrapped__ = name, found.__doc__, found
        return call

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, kind, error, tb):
        self.file.close()
        self._remove()

    def _remove(self):
        if self.delete and not self._gone:
            self._gone = True
            try:
                _os.unlink(self.name)
            except FileNotFoundError:
                pass

    def close(self):
        """Close the file, and remove it."""
        self.file.close()
        if self._delete_on_close:
            self._remove()

    def __del__(self):
        self.file.close()
        self._remove()

    def __iter__(self):
        for line in self.file:
            yield line

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.file!r}>"


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """A file with a name that is removed when it is closed."""
    descriptor, name = mkstemp(suffix, prefix, dir)
    _os.close(descriptor)
    try:
        file = _io.open(name, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    except BaseException:
        _os.unlink(name)
        raise
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A file without a name."""
    descriptor, name = mkstemp(suffix, prefix, dir)
    try:
        _os.unlink(name)
        return _io.open(descriptor, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    except BaseException:
        try:
            _os.close(descriptor)
        except OSError:
            # What opened it has closed it.
            pass
        raise


class SpooledTemporaryFile(_io.IOBase):
    """A file that is kept in memory until it is large."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        if "b" in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.TextIOWrapper(
                _io.BytesIO(), encoding=_io.text_encoding(encoding), errors=errors, newline=newline)
        self._max_size = max_size
        self._options = {
            "mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix, "encoding": encoding,
            "newline": newline, "dir": dir, "errors": errors,
        }

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Go on in a real file."""
        if self._rolled:
            return
        old = self._file
        new = self._file = TemporaryFile(**self._options)
        at = old.tell()
        if hasattr(new, "buffer"):
            new.buffer.write(old.detach().getvalue())
        else:
            new.write(old.getvalue())
        new.seek(at, 0)
        self._rolled = True

    def __iter__(self):
        return self._file.__iter__()

    def __exit__(self, kind, error, tb):
        self._file.close()

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __del__(self):
        if "_file" in self.__dict__ and not self._file.closed:
            import warnings
            warnings.warn(f"Unclosed file {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()

    def close(self):
        """Close the file."""
        self._file.close()

    closed = property(lambda self: self._file.closed)
    encoding = property(lambda self: self._file.encoding)
    errors = property(lambda self: self._file.errors)
    newlines = property(lambda self: self._file.newlines)

    @property
    def mode(self):
        """The mode that the file was, or is to be, opened with."""
        return self._file.mode if self._rolled else self._options["mode"]

    @property
    def name(self):
        """The name of the file, or None while it is in memory."""
        return self._file.name if self._rolled else None

    def fileno(self):
        """The descriptor of the file, which is a real one from then on."""
        self.rollover()
        return self._file.fileno()

    def truncate(self, size=None):
        """Cut the file, or make it longer."""
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def write(self, s):
        """Write; go on in a real file if it gets large."""
        written = self._file.write(s)
        self._check()
        return written

    def writelines(self, iterable):
        """Write lines; go on in a real file if it gets large."""
        if not self._max_size or self._rolled:
            return self._file.writelines(iterable)
        iterable = iter(iterable)
        for line in iterable:
            self.write(line)
            if self._rolled:
                break
        return self._file.writelines(iterable)

    __class_getitem__ = classmethod(type(list[int]))


def _passed_on(name, doc, argument):
    """A method that is the file's own, wherever that is just now."""
    kinds = {
        '': lambda self: getattr(self._file, name)(),
        'b': lambda self, b: getattr(self._file, name)(b),
        '*args': lambda self, *args: getattr(self._file, name)(*args),
    }
    method = kinds[argument]
    method.__name__, method.__doc__ = name, doc
    method.__qualname__ = f"SpooledTemporaryFile.{name}"
    setattr(SpooledTemporaryFile, name, method)


for _row in (
    ("flush", "Write what is buffered.", ""),
    ("isatty", "Whether it is a terminal.", ""),
    ("detach", "Part with what is below.", ""),
    ("readable", "Whether it can be read.", ""),
    ("writable", "Whether it can be written.", ""),
    ("seekable", "Whether it has a position.", ""),
    ("tell", "The position.", ""),
    ("readinto", "Read into a buffer.", "b"),
    ("readinto1", "Read into a buffer with at most one call of the system.", "b"),
    ("read", "Read.", "*args"),
    ("read1", "Read with at most one call of the system.", "*args"),
    ("readline", "Read a line.", "*args"),
    ("readlines", "Read all lines.", "*args"),
    ("seek", "Move the position.", "*args"),
):
    _passed_on(*_row)
del _row


class TemporaryDirectory:
    """A directory that is removed with all in it in the end."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        import weakref
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._finalizer = weakref.finalize(
            self, _clean_up, self.name, f"Implicitly cleaning up {self!r}", ignore_cleanup_errors, delete)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, kind, error, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove it."""
        if self._finalizer.detach() or _os.path.exists(self.name):
            _remove_tree(self.name, self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(type(list[int]))


def _clean_up(name, message, ignore_errors, delete):
    """What is done when nobody has the directory any more, or at the end of the program."""
    if delete:
        _remove_tree(name, ignore_errors)
        import warnings
        warnings.warn(message, ResourceWarning)


def _remove_tree(name, ignore_errors, repeated=False):
    def on_error(function, path, error):
        if isinstance(error, FileNotFoundError) or ignore_errors and not isinstance(error, PermissionError):
            return
        if not isinstance(error, PermissionError) or repeated and path == name:
            if not ignore_errors:
                raise error
            return
        # The directory may not be looked into or not be changed; that can be helped if it is the user's own.
        try:
            if path != name:
                _os.chmod(_os.path.dirname(path), 0o700)
            if not _os.path.islink(path):
                _os.chmod(path, 0o700)
            if _os.path.isdir(path) and not _os.path.islink(path):
                _remove_tree(path, ignore_errors, path == name)
            else:
                _os.unlink(path)
        except FileNotFoundError:
            pass
        except OSError:
            if not ignore_errors:
                raise

    _shutil.rmtree(name, onexc=on_error)
