"""The lines of several files, or of standard input, one after another."""
import os
import sys

__all__ = [
    "input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "FileInput",
    "hook_compressed", "hook_encoded",
]

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    """Begins to read; the functions of the module tell where that stands."""
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """Ends reading."""
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _active():
    if not _state:
        raise RuntimeError("no active input()")
    return _state


def nextfile():
    """Goes on with the next file."""
    return _active().nextfile()


def filename():
    """The name of the file that is read."""
    return _active().filename()


def lineno():
    """The number of the line, counted over all files."""
    return _active().lineno()


def filelineno():
    """The number of the line in its file."""
    return _active().filelineno()


def fileno():
    """The descriptor of the file that is read, or -1."""
    return _active().fileno()


def isfirstline():
    """Whether the line is the first of its file."""
    return _active().isfirstline()


def isstdin():
    """Whether the line is from standard input."""
    return _active().isstdin()


class FileInput:
    """The lines of files; with `inplace` what is printed meanwhile becomes the new content of the file."""

    # For the end of one that was never begun.
    _file = _filename = _output = _stdout = _backup_name = None
    _isstdin = False
    _files = ()

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if files is None:
            files = sys.argv[1:]
        if isinstance(files, (str, os.PathLike)):
            files = (os.fspath(files),)
        self._files = tuple(files) or ("-",)
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook and inplace:
            raise ValueError("FileInput cannot use an opening hook in inplace mode")
        if openhook and not callable(openhook):
            raise ValueError("FileInput openhook must be callable")
        self._inplace, self._backup, self._mode, self._openhook = inplace, backup, mode, openhook
        self._encoding, self._errors = encoding, errors
        self._lineno = self._filelineno = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.close()

    def __del__(self):
        self.close()

    def close(self):
        """Ends reading."""
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def readline(self):
        """The next line; an empty one at the end."""
        while True:
            if self._file is None:
                if not self._files:
                    return b"" if "b" in self._mode else ""
                self._open()
            line = self._file.readline()
            if line:
                self._lineno += 1
                self._filelineno += 1
                return line
            self.nextfile()

    def _open(self):
        self._filename, *rest = self._files
        self._files = tuple(rest)
        self._filelineno = 0
        encoding = None if "b" in self._mode else self._encoding
        self._isstdin = self._filename == "-"
        if self._isstdin:
            self._filename = "<stdin>"
            self._file = sys.stdin.buffer if "b" in self._mode else sys.stdin
        elif self._inplace:
            self._open_in_place(encoding)
        elif self._openhook:
            more = {} if self._encoding is None else {"encoding": self._encoding, "errors": self._errors}
            self._file = self._openhook(self._filename, self._mode, **more)
        else:
            self._file = open(self._filename, self._mode, encoding=encoding, errors=self._errors)

    def _open_in_place(self, encoding):
        self._backup_name = os.fspath(self._filename) + (self._backup or ".bak")
        try:
            os.unlink(self._backup_name)
        except OSError:
            # There was none.
            pass
        os.rename(self._filename, self._backup_name)
        self._file = open(self._backup_name, self._mode, encoding=encoding, errors=self._errors)
        self._output = open(self._filename, "w" + self._mode[1:], encoding=encoding, errors=self._errors)
        try:
            os.chmod(self._filename, os.fstat(self._file.fileno()).st_mode)
        except OSError:
            # Others than its owner cannot.
            pass
        self._stdout, sys.stdout = sys.stdout, self._output

    def nextfile(self):
        """Goes on with the next file."""
        stdout, self._stdout = self._stdout, None
        if stdout:
            sys.stdout = stdout
        output, self._output = self._output, None
        file, self._file = self._file, None
        backup, self._backup_name = self._backup_name, None
        if output:
            output.close()
        if file and not self._isstdin:
            file.close()
        if backup and not self._backup:
            try:
                os.unlink(backup)
            except OSError:
                # It is gone already.
                pass
        self._isstdin = False

    def filename(self):
        """The name of the file that is read."""
        return self._filename

    def lineno(self):
        """The number of the line, counted over all files."""
        return self._lineno

    def filelineno(self):
        """The number of the line in its file."""
        return self._filelineno

    def fileno(self):
        """The descriptor of the file that is read, or -1."""
        if self._file:
            try:
                return self._file.fileno()
            except ValueError:
                # It is closed.
                return -1
        return -1

    def isfirstline(self):
        """Whether the line is the first of its file."""
        return self._filelineno == 1

    def isstdin(self):
        """Whether the line is from standard input."""
        return self._isstdin

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Opens files, also those that gzip and bzip2 have compressed."""
    if encoding is None and "b" not in mode:
        encoding = "locale"
    extension = os.path.splitext(filename)[1]
    if extension not in (".gz", ".bz2"):
        return open(filename, mode, encoding=encoding, errors=errors)
    import io
    module = __import__("gzip" if extension == ".gz" else "bz2")
    stream = (module.open if extension == ".gz" else module.BZ2File)(filename, mode)
    return stream if "b" in mode else io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    """What opens files in an encoding."""
    return lambda filename, mode: open(filename, mode, encoding=encoding, errors=errors)
