"""What files of all kinds of compression share."""

import io
import sys

BUFFER_SIZE = io.DEFAULT_BUFFER_SIZE


class BaseStream(io.BufferedIOBase):
    """A file that checks whether it may do what it is asked to."""

    def _check_not_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _check_can_read(self):
        if not self.readable():
            raise io.UnsupportedOperation("File not open for reading")

    def _check_can_write(self):
        if not self.writable():
            raise io.UnsupportedOperation("File not open for writing")

    def _check_can_seek(self):
        if not self.readable():
            raise io.UnsupportedOperation("Seeking is only supported on files open for reading")
        if not self.seekable():
            raise io.UnsupportedOperation("The underlying file object does not support seeking")


class DecompressReader(io.RawIOBase):
    """The bytes of all streams in a file; `trailing_error` is what garbage behind the first of them raises."""

    def __init__(self, fp, decomp_factory, trailing_error=(), **decomp_args):
        self._fp = fp
        self._make = lambda: decomp_factory(**decomp_args)
        self._trailing_error = trailing_error
        self._size = -1
        self._begin()

    def _begin(self):
        self._eof = False
        self._pos = 0
        self._decompressor = self._make()

    def readable(self):
        return True

    def seekable(self):
        return self._fp.seekable()

    def tell(self):
        return self._pos

    def close(self):
        self._decompressor = None
        return super().close()

    def readinto(self, b):
        with memoryview(b) as view, view.cast("B") as room:
            data = self.read(len(room))
            room[:len(data)] = data
        return len(data)

    def readall(self):
        parts = []
        while part := self.read(sys.maxsize):
            parts.append(part)
        return b"".join(parts)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size:
            return b""
        while not self._eof:
            data = self._more(size)
            if data:
                self._pos += len(data)
                return data
        self._size = self._pos
        return b""

    def _more(self, size):
        """Some bytes; none where a stream ends, and where all of them do."""
        stream = self._decompressor
        if stream.eof:
            rest = stream.unused_data or self._fp.read(BUFFER_SIZE)
            if not rest:
                self._eof = True
                return b""
            self._decompressor = self._make()
            try:
                return self._decompressor.decompress(rest, size)
            except self._trailing_error:
                self._eof = True
                return b""
        raw = b""
        if stream.needs_input:
            raw = self._fp.read(BUFFER_SIZE)
            if not raw:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        return stream.decompress(raw, size)

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            if self._size < 0:
                while self.read(io.DEFAULT_BUFFER_SIZE):
                    pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError(f"Invalid value for whence: {whence}")
        if offset < self._pos:
            self._fp.seek(0)
            self._begin()
        while self._pos < offset and self.read(min(io.DEFAULT_BUFFER_SIZE, offset - self._pos)):
            pass
        return self._pos


class CompressedFile(BaseStream):
    """A file that is read or written; classes of it give it a compressor, or what reads."""

    _fp = _mode = _buffer = _compressor = None
    _closefp = False

    def _attach(self, filename, mode, opened):
        """Open a file by its name, or take one that is open."""
        import builtins
        import os
        if isinstance(filename, (str, bytes, os.PathLike)):
            self._fp = builtins.open(filename, opened)
            self._closefp = True
        elif hasattr(filename, "read") or hasattr(filename, "write"):
            self._fp = filename
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")
        self._mode = mode

    def close(self):
        """Write what is left and close the file, if it was opened here."""
        if self.closed:
            return
        try:
            if self._buffer is not None:
                self._buffer.close()
            elif self._compressor is not None:
                self._fp.write(self._compressor.flush())
        finally:
            try:
                if self._closefp:
                    self._fp.close()
            finally:
                self._fp = self._buffer = self._compressor = None
                self._closefp = False

    @property
    def closed(self):
        """Whether the file is closed."""
        return self._fp is None

    @property
    def name(self):
        """The name of the compressed file."""
        self._check_not_closed()
        return self._fp.name

    @property
    def mode(self):
        """How the file is open: "rb" or "wb"."""
        return "wb" if self._mode == "w" else "rb"

    def fileno(self):
        """The number of the compressed file's descriptor."""
        self._check_not_closed()
        return self._fp.fileno()

    def readable(self):
        self._check_not_closed()
        return self._mode == "r"

    def writable(self):
        self._check_not_closed()
        return self._mode == "w"

    def seekable(self):
        return self.readable() and self._buffer.seekable()

    def peek(self, n=0):
        """Some bytes that come next; they stay where they are."""
        self._check_can_read()
        return self._buffer.peek(n)

    def read(self, size=-1):
        """So many bytes, or all that are left."""
        self._check_can_read()
        return self._buffer.read(size)

    def read1(self, size=-1):
        """Some bytes, with as few readings as can be."""
        self._check_can_read()
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        self._check_can_read()
        return self._buffer.readinto(b)

    def readline(self, size=-1):
        """The next line."""
        if not isinstance(size, int):
            if not hasattr(size, "__index__"):
                raise TypeError("Integer argument expected")
            size = size.__index__()
        self._check_can_read()
        return self._buffer.readline(size)

    def readlines(self, size=-1):
        """All lines, or so many that together they have as many bytes."""
        if not isinstance(size, int):
            if not hasattr(size, "__index__"):
                raise TypeError("Integer argument expected")
            size = size.__index__()
        self._check_can_read()
        return self._buffer.readlines(size)

    def write(self, data):
        """Write bytes; how many there were is returned."""
        self._check_can_write()
        if isinstance(data, (bytes, bytearray)):
            length = len(data)
        else:
            data = memoryview(data)
            length = data.nbytes
        self._fp.write(self._compressor.compress(data))
        self._pos += length
        return length

    def seek(self, offset, whence=io.SEEK_SET):
        """Go to a place; going back means to read from the beginning."""
        self._check_can_seek()
        if whence == io.SEEK_CUR:
            offset, whence = offset + self.tell(), io.SEEK_SET
        if whence == io.SEEK_SET:
            offset = max(offset, 0)
        return self._buffer.seek(offset, whence)

    def tell(self):
        """The place in the bytes that are not compressed."""
        self._check_not_closed()
        return self._buffer.tell() if self._mode == "r" else self._pos


def open_text(file, mode, encoding, errors, newline):
    """The file, or for a mode with "t" what reads and writes text in it."""
    return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline) if "t" in mode else file


def check_mode(mode, encoding, errors, newline):
    """Whether what is given fits the mode; without the "t" it is returned."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
        return mode.replace("t", "")
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if value is not None:
            raise ValueError(f"Argument '{name}' not supported in binary mode")
    return mode
