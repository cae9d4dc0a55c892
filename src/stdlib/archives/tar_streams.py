"""Files below tar files: members, and what is read or written in one go."""

import io
import os
import re
import struct
import sys
import time

from _tar_base import NUL, CompressionError, ReadError, StreamError


class LowLevelFile:
    """A file over a descriptor."""

    def __init__(self, name, mode):
        flags = {"r": os.O_RDONLY, "w": os.O_WRONLY | os.O_CREAT | os.O_TRUNC}[mode]
        self.fd = os.open(name, flags | getattr(os, "O_BINARY", 0), 0o666)

    def close(self):
        os.close(self.fd)

    def read(self, size):
        return os.read(self.fd, size)

    def write(self, data):
        os.write(self.fd, data)


class Stream:
    """A stream of blocks that is read or written from begin to end."""

    def __init__(self, name, mode, comptype, fileobj, bufsize, compresslevel):
        self._opened = fileobj is None
        if fileobj is None:
            fileobj = LowLevelFile(name, mode)
        if comptype == "*":
            fileobj = Peeking(fileobj)
            comptype = fileobj.kind()
        self.name = os.fspath(name) if name is not None else ""
        self.mode = mode
        self.comptype = comptype
        self.fileobj = fileobj
        self.bufsize = bufsize
        self.pos = 0
        self.closed = False
        self._raw = self._ready = b""
        self._codec = None
        self._errors = ()
        self._crc = None
        try:
            self._begin(compresslevel)
        except BaseException:
            if self._opened:
                fileobj.close()
            self.closed = True
            raise

    def _begin(self, level):
        kind, reads = self.comptype, self.mode == "r"
        if kind == "gz":
            import zlib
            self._errors = zlib.error
            if reads:
                self._read_gz_header()
                self._codec = zlib.decompressobj(-zlib.MAX_WBITS)
            else:
                self._crc = zlib.crc32(b"")
                self._codec = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
                name = os.path.basename(self.name.removesuffix(".gz")).encode("iso-8859-1", "replace")
                self._put(b"\x1f\x8b\x08\x08" + struct.pack("<L", int(time.time())) + b"\x02\xff" + name + NUL)
        elif kind == "bz2":
            import bz2
            self._errors = OSError
            self._codec = bz2.BZ2Decompressor() if reads else bz2.BZ2Compressor(level)
        elif kind == "xz":
            import lzma
            self._errors = lzma.LZMAError
            self._codec = lzma.LZMADecompressor() if reads else lzma.LZMACompressor()
        elif kind != "tar":
            raise CompressionError(f"unknown compression type {kind!r}")

    def _read_gz_header(self):
        if self._take(2) != b"\x1f\x8b":
            raise ReadError("not a gzip file")
        if self._take(1) != b"\x08":
            raise CompressionError("unsupported compression method")
        flags = self._take(1)[0]
        self._take(6)
        if flags & 4:
            self._take(int.from_bytes(self._take(2), "little"))
        for flag in (8, 16):
            while flags & flag and self._take(1) not in (b"", NUL):
                pass
        if flags & 2:
            self._take(2)

    def __del__(self):
        if hasattr(self, "closed") and not self.closed:
            self.close()

    def write(self, data):
        """Write bytes."""
        if self.comptype == "gz":
            import zlib
            self._crc = zlib.crc32(data, self._crc)
        self.pos += len(data)
        self._put(self._codec.compress(data) if self._codec else data)

    def _put(self, data):
        self._raw += data
        while len(self._raw) > self.bufsize:
            self.fileobj.write(self._raw[:self.bufsize])
            self._raw = self._raw[self.bufsize:]

    def close(self):
        """Write what is left and close the file, if it was opened here."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode == "w":
                if self._codec:
                    self._raw += self._codec.flush()
                if self._raw:
                    self.fileobj.write(self._raw)
                    self._raw = b""
                    if self.comptype == "gz":
                        self.fileobj.write(struct.pack("<LL", self._crc, self.pos & 0xFFFFFFFF))
        finally:
            if self._opened:
                self.fileobj.close()

    def tell(self):
        """How many bytes were read or written."""
        return self.pos

    def seek(self, pos=0):
        """Go forward to a place."""
        if pos < self.pos:
            raise StreamError("seeking backwards is not allowed")
        while self.pos < pos:
            if not self.read(min(self.bufsize, pos - self.pos)):
                break
        return self.pos

    def read(self, size):
        """So many bytes."""
        parts = [self._ready]
        count = len(self._ready)
        while count < size:
            data = self._decoded()
            if not data:
                break
            parts.append(data)
            count += len(data)
        data = b"".join(parts)
        self._ready = data[size:]
        data = data[:size]
        self.pos += len(data)
        return data

    def _decoded(self):
        """Some more bytes, none at the end."""
        while True:
            raw, self._raw = (self._raw, b"") if self._raw else (self.fileobj.read(self.bufsize), b"")
            if not raw or self._codec is None:
                return raw
            try:
                data = self._codec.decompress(raw)
            except self._errors as error:
                raise ReadError("invalid compressed data") from error
            except EOFError:
                return b""
            if data:
                return data

    def _take(self, size):
        """So many bytes as they are in the file."""
        while len(self._raw) < size:
            data = self.fileobj.read(self.bufsize)
            if not data:
                break
            self._raw += data
        data, self._raw = self._raw[:size], self._raw[size:]
        return data


class Peeking:
    """A file of which the first block is looked at."""

    def __init__(self, fileobj):
        self.fileobj = fileobj
        self._begin = fileobj.read(512)

    def read(self, size):
        begin, self._begin = self._begin, None
        if begin is None:
            return self.fileobj.read(size)
        return begin

    def kind(self):
        """Which compression the first bytes tell of."""
        for kind, magic in (("gz", rb"\x1f\x8b\x08"), ("bz2", rb"BZh[0-9]1AY&SY"), ("xz", rb"\x5d\x00\x00\x80|\xfd7zXZ")):
            if re.match(magic, self._begin, re.DOTALL):
                return kind
        return "tar"

    def close(self):
        self.fileobj.close()


class FileInFile:
    """A part of a file, or several with holes between them, as a file."""

    def __init__(self, fileobj, offset, size, name, blockinfo=None):
        self.fileobj = fileobj
        self.size = size
        self.position = 0
        self.name = name
        self.closed = False
        # Each piece: from where to where, and where its bytes stand; None for a hole.
        self._pieces = []
        place, at = 0, offset
        for begin, length in [(0, size)] if blockinfo is None else blockinfo:
            if begin > place:
                self._pieces.append((place, begin, None))
            self._pieces.append((begin, begin + length, at))
            at += length
            place = begin + length
        if place < size:
            self._pieces.append((place, size, None))
        self._index = 0

    def flush(self):
        pass

    @property
    def mode(self):
        return "rb"

    def readable(self):
        return True

    def writable(self):
        return False

    def seekable(self):
        return self.fileobj.seekable()

    def tell(self):
        return self.position

    def seek(self, position, whence=io.SEEK_SET):
        if whence == io.SEEK_SET:
            self.position = min(max(position, 0), self.size)
        elif whence == io.SEEK_CUR:
            self.position = min(max(self.position + position, 0), self.size)
        elif whence == io.SEEK_END:
            self.position = max(min(self.size + position, self.size), 0)
        else:
            raise ValueError("Invalid argument")
        return self.position

    def _piece(self):
        """The piece in which the place is."""
        while True:
            begin, end, offset = self._pieces[self._index]
            if begin <= self.position < end:
                return begin, end, offset
            self._index += 1
            if self._index == len(self._pieces):
                self._index = 0

    def read(self, size=None):
        left = self.size - self.position
        size = left if size is None else min(size, left)
        parts = []
        while size > 0:
            begin, end, offset = self._piece()
            length = min(size, end - self.position)
            if offset is None:
                parts.append(NUL * length)
            else:
                self.fileobj.seek(offset + self.position - begin)
                data = self.fileobj.read(length)
                if len(data) != length:
                    raise ReadError("unexpected end of data")
                parts.append(data)
            size -= length
            self.position += length
        return b"".join(parts)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def close(self):
        self.closed = True


class ExFileObject(io.BufferedReader):
    """A member of a tar file, open for reading."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(FileInFile(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, tarinfo.name, tarinfo.sparse))


def safe_print(text):
    """Print a word and a blank, with escapes for what the output cannot show."""
    encoding = getattr(sys.stdout, "encoding", None)
    if encoding is not None:
        text = text.encode(encoding, "backslashreplace").decode(encoding)
    print(text, end=" ")
