"""Files that gzip compressed."""

import builtins
import io
import os
import struct
import sys
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

_COMPRESS_LEVEL_FAST, _COMPRESS_LEVEL_TRADEOFF, _COMPRESS_LEVEL_BEST = 1, 6, 9
FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = "rb", "wb"
READ_BUFFER_SIZE = io.DEFAULT_BUFFER_SIZE * 16


class BadGzipFile(OSError):
    """What is read was not written by gzip."""


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Open a compressed file for bytes or text."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    is_name = isinstance(filename, (str, bytes, os.PathLike))
    if not (is_name or hasattr(filename, "read") or hasattr(filename, "write")):
        raise TypeError("filename must be a str or bytes object, or a file")
    source = (filename, None) if is_name else (None, filename)
    file = GzipFile(source[0], mode.replace("t", ""), compresslevel, source[1])
    if "t" in mode:
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file


def _header(level, mtime, name=b""):
    """The header of a member."""
    flags = FNAME if name else 0
    extra = {_COMPRESS_LEVEL_BEST: 2, _COMPRESS_LEVEL_FAST: 4}.get(level, 0)
    header = struct.pack("<BBBBLBB", 0x1F, 0x8B, 8, flags, int(mtime) & 0xFFFFFFFF, extra, 255)
    return header + name + b"\0" if name else header


def _take(file, count):
    """Exactly so many bytes of a file."""
    data = file.read(count)
    while len(data) < count:
        more = file.read(count - len(data))
        if not more:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        data += more
    return data


def _read_gzip_header(file):
    """Read the header of a member: its time, or None at the end of the file."""
    magic = file.read(2)
    if magic == b"":
        return None
    if magic != b"\x1f\x8b":
        raise BadGzipFile("Not a gzipped file (%r)" % magic)
    method, flags, mtime = struct.unpack("<BBIxx", _take(file, 8))
    if method != 8:
        raise BadGzipFile("Unknown compression method")
    if flags & FEXTRA:
        _take(file, struct.unpack("<H", _take(file, 2))[0])
    for flag in (FNAME, FCOMMENT):
        while flags & flag and file.read(1) not in (b"", b"\0"):
            pass
    if flags & FHCRC:
        _take(file, 2)
    return mtime


class _Ahead:
    """A file of which some bytes can be given back."""

    def __init__(self, file):
        self.file = file
        self._back = b""

    def read(self, count):
        if not self._back:
            return self.file.read(count)
        part, self._back = self._back[:count], self._back[count:]
        if len(part) < count:
            part += self.file.read(count - len(part))
        return part

    def give_back(self, data):
        self._back = data + self._back

    def rewind(self):
        self._back = b""
        self.file.seek(0)

    def seekable(self):
        return self.file.seekable()


class _GzipReader(io.RawIOBase):
    """The uncompressed bytes of all members of a file."""

    def __init__(self, file):
        super().__init__()
        self._source = _Ahead(file)
        self._size = -1
        self._begin()

    def _begin(self):
        self._place = 0
        self._stream = None
        self._ended = False
        self._last_mtime = None

    def readable(self):
        return True

    def seekable(self):
        return self._source.seekable()

    def tell(self):
        return self._place

    def readinto(self, buffer):
        with memoryview(buffer) as view:
            data = self.read(len(view))
            view[:len(data)] = data
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
        while not self._ended:
            if self._stream is None and not self._next_member():
                break
            data = self._source.read(READ_BUFFER_SIZE) if self._stream.needs_input else b""
            if not data and self._stream.needs_input:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            made = self._stream.decompress(data, size)
            self._crc = zlib.crc32(made, self._crc)
            self._length += len(made)
            if self._stream.eof:
                self._source.give_back(self._stream.unused_data)
                self._stream = None
                self._check_member()
            if made:
                self._place += len(made)
                return made
        return b""

    def _next_member(self):
        mtime = _read_gzip_header(self._source)
        if mtime is None:
            self._ended, self._size = True, self._place
            return False
        self._last_mtime = mtime
        self._stream = zlib._ZlibDecompressor(wbits=-zlib.MAX_WBITS)
        self._crc, self._length = zlib.crc32(b""), 0
        return True

    def _check_member(self):
        crc, length = struct.unpack("<II", _take(self._source, 8))
        if crc != self._crc:
            raise BadGzipFile(f"CRC check failed {hex(crc)} != {hex(self._crc)}")
        if length != self._length & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        # Zeros may fill the file up.
        byte = b"\0"
        while byte == b"\0":
            byte = self._source.read(1)
        if byte:
            self._source.give_back(byte)

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._place
        elif whence == io.SEEK_END:
            while self._size < 0 and self.read(READ_BUFFER_SIZE):
                pass
            offset += self._place if self._size < 0 else self._size
        elif whence != io.SEEK_SET:
            raise ValueError(f"Invalid value for whence: {whence}")
        if offset < self._place:
            self._source.rewind()
            self._begin()
        while self._place < offset and self.read(min(io.DEFAULT_BUFFER_SIZE, offset - self._place)):
            pass
        return self._place


class GzipFile(io.BufferedIOBase):
    """A compressed file that one reads or writes like a plain one."""

    # The file that close() has to close.
    myfileobj = None
    fileobj = None
    mode = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        if mode and {"t", "U"} & set(mode):
            raise ValueError(f"Invalid mode: {mode!r}")
        given = mode = f"{mode}b" if mode and "b" not in mode else mode
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
        if filename is not None:
            filename = os.fspath(filename)
        elif not isinstance(filename := getattr(fileobj, "name", ""), (str, bytes)):
            filename = ""
        mode = getattr(fileobj, "mode", "rb") if mode is None else mode
        if mode.startswith("r"):
            self.mode = READ
            reader = _GzipReader(fileobj)
            self._buffer = _Buffered(reader)
            self.name = filename
        elif mode.startswith(("w", "a", "x")):
            if given is None:
                import warnings

                warnings.warn("GzipFile was opened for writing, but this will change in future Python releases.  "
                              "Specify the mode argument for opening it for writing.", FutureWarning, 2)
            self.mode = WRITE
            self._start_writing(filename, compresslevel)
        else:
            raise ValueError("Invalid mode: {!r}".format(mode))
        self.fileobj = fileobj
        self._write_mtime = mtime
        if self.mode == WRITE:
            self._write_gzip_header(compresslevel)

    def _start_writing(self, filename, compresslevel):
        self.name = filename
        self.crc = zlib.crc32(b"")
        self.size = 0
        self.offset = 0
        self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)

    @property
    def mtime(self):
        """The time that the last header read tells."""
        return self._buffer.raw._last_mtime

    def __repr__(self):
        shown = repr(self.fileobj)
        return "<gzip " + shown[1:-1] + " " + hex(id(self)) + ">"

    def _write_gzip_header(self, compresslevel):
        try:
            # The name stands in the header in Latin-1, without the ending.
            name = os.path.basename(self.name)
            if not isinstance(name, bytes):
                name = name.encode("latin-1")
            name = name.removesuffix(b".gz")
        except UnicodeEncodeError:
            name = b""
        mtime = time.time() if self._write_mtime is None else self._write_mtime
        self.fileobj.write(_header(compresslevel, mtime, name))

    def write(self, data):
        self._check_mode("write", WRITE)
        return self._write_raw(data)

    def _write_raw(self, data):
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).tobytes()
        if data:
            self.fileobj.write(self.compress.compress(data))
            self.size += len(data)
            self.crc = zlib.crc32(data, self.crc)
            self.offset += len(data)
        return len(data)

    def _check_mode(self, method, mode):
        """Refuse a method that the other mode has, and any method of a closed file."""
        self._check_not_closed()
        if self.mode != mode:
            from errno import EBADF

            other = "read" if mode == WRITE else "write"
            raise OSError(EBADF, f"{method}() on {other}-only GzipFile object")

    def read(self, size=-1):
        self._check_mode("read", READ)
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._check_mode("read1", READ)
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        self._check_mode("readinto", READ)
        return self._into(b, self._buffer.read)

    def readinto1(self, b):
        self._check_mode("readinto1", READ)
        return self._into(b, self._buffer.read1)

    def _into(self, buffer, read):
        with memoryview(buffer) as view:
            data = read(view.nbytes)
            view.cast("B")[:len(data)] = data
        return len(data)

    def peek(self, n):
        self._check_mode("peek", READ)
        return self._buffer.peek(n)

    def readline(self, size=-1):
        self._check_not_closed()
        return self._buffer.readline(size)

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        file = self.fileobj
        if file is None:
            return
        try:
            if self.mode == WRITE:
                file.write(self.compress.flush())
                file.write(struct.pack("<LL", self.crc, self.size & 0xFFFFFFFF))
            else:
                self._buffer.close()
        finally:
            self.fileobj = None
            own, self.myfileobj = self.myfileobj, None
            if own:
                own.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check_not_closed()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        """The descriptor of the compressed file."""
        return self.fileobj.fileno()

    def seekable(self):
        return True

    def rewind(self):
        """Go back to the beginning of the uncompressed bytes."""
        if self.mode == READ:
            self._buffer.seek(0)
        else:
            raise OSError("Can't rewind in write mode")

    def writable(self):
        return self.mode == WRITE

    def readable(self):
        return self.mode == READ

    def tell(self):
        self._check_not_closed()
        return self.offset if self.mode == WRITE else self._buffer.tell()

    def seek(self, offset, whence=io.SEEK_SET):
        if self.mode == READ:
            self._check_not_closed()
            return self._buffer.seek(offset, whence)
        if whence == io.SEEK_CUR:
            offset += self.offset
        elif whence != io.SEEK_SET:
            raise ValueError("Seek from end not supported")
        if offset < self.offset:
            raise OSError("Negative seek in write mode")
        while self.offset < offset:
            self.write(bytes(min(io.DEFAULT_BUFFER_SIZE, offset - self.offset)))
        return self.offset

    def _check_not_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def __iter__(self):
        self._check_not_closed()
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def __enter__(self):
        self._check_not_closed()
        return self

    def __exit__(self, *exc_info):
        self.close()


class _Buffered:
    """The uncompressed bytes with some read ahead."""

    def __init__(self, raw):
        self.raw = raw
        self._ahead, self._at = b"", 0

    def _left(self):
        return len(self._ahead) - self._at

    def _more(self):
        """Read ahead; whether there is more."""
        if self._left() == 0:
            self._ahead, self._at = self.raw.read(READ_BUFFER_SIZE), 0
        return self._left() > 0

    def _taken(self, count):
        part = self._ahead[self._at:self._at + count]
        self._at += len(part)
        return part

    def read(self, size=-1):
        size = sys.maxsize if size is None or size < 0 else size
        parts = []
        while size > 0 and self._more():
            parts.append(self._taken(size))
            size -= len(parts[-1])
        return b"".join(parts)

    def read1(self, size):
        return self._taken(size) if size and self._more() else b""

    def peek(self, size):
        self._more()
        return self._ahead[self._at:]

    def readline(self, size=-1):
        size = sys.maxsize if size is None or size < 0 else size
        parts = []
        while size > 0 and self._more():
            end = self._ahead.find(b"\n", self._at)
            count = self._left() if end < 0 else end + 1 - self._at
            parts.append(self._taken(min(count, size)))
            size -= len(parts[-1])
            if parts[-1].endswith(b"\n"):
                break
        return b"".join(parts)

    def tell(self):
        return self.raw.tell() - self._left()

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset, whence = offset + self.tell(), io.SEEK_SET
        self._ahead, self._at = b"", 0
        return self.raw.seek(offset, whence)

    def close(self):
        self._ahead, self._at = b"", 0
        self.raw.close()


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """Bytes, compressed as one member."""
    made = zlib.compress(data, level=compresslevel, wbits=31)
    mtime = time.time() if mtime is None else mtime
    return struct.pack("<4sLBB", made, int(mtime), made[8], 255) + made[10:]


def decompress(data):
    """The bytes of all members."""
    parts = []
    file = io.BytesIO(data)
    while _read_gzip_header(file) is not None:
        stream = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        made = stream.decompress(data[file.tell():])
        if not stream.eof or len(stream.unused_data) < 8:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        crc, length = struct.unpack("<II", stream.unused_data[:8])
        if crc != zlib.crc32(made):
            raise BadGzipFile("CRC check failed")
        if length != len(made) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        parts.append(made)
        data = stream.unused_data[8:].lstrip(b"\0")
        file = io.BytesIO(data)
    return b"".join(parts)


def main():
    """python -m gzip [--fast | --best | -d] [FILE…]"""
    from argparse import ArgumentParser

    parser = ArgumentParser(
        description="A simple command line interface for the gzip module: act like gzip, but do not delete the input file.")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--fast", action="store_true", help="compress faster")
    group.add_argument("--best", action="store_true", help="compress better")
    group.add_argument("-d", "--decompress", action="store_true", help="act like gunzip instead of gzip")
    parser.add_argument("args", nargs="*", default=["-"], metavar="file")
    args = parser.parse_args()
    level = _COMPRESS_LEVEL_TRADEOFF
    if args.fast or args.best:
        level = _COMPRESS_LEVEL_FAST if args.fast else _COMPRESS_LEVEL_BEST
    for name in args.args:
        if args.decompress:
            if name == "-":
                source, target = GzipFile(filename="", mode="rb", fileobj=sys.stdin.buffer), sys.stdout.buffer
            else:
                if name[-3:] != ".gz":
                    sys.exit(f"filename doesn't end in .gz: {name!r}")
                source, target = open(name, "rb"), builtins.open(name[:-3], "wb")
        elif name == "-":
            source = sys.stdin.buffer
            target = GzipFile(filename="", mode="wb", fileobj=sys.stdout.buffer, compresslevel=level)
        else:
            source, target = builtins.open(name, "rb"), open(name + ".gz", "wb", compresslevel=level)
        while chunk := source.read(READ_BUFFER_SIZE):
            target.write(chunk)
        if target is not sys.stdout.buffer:
            target.close()
        if source is not sys.stdin.buffer:
            source.close()


if __name__ == "__main__":
    main()
