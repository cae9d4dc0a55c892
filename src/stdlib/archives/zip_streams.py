"""How members of zip files are read and written: compression, encryption and the files that scripts see."""

import io
import struct
import zlib

from _zip_records import (
    COMPRESS_OPTION, DESCRIPTOR_MAGIC, METHODS, USES_DESCRIPTOR, ZIP64_LIMIT, ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED,
    BadZipFile,
)


def check_method(method):
    """Refuse what members cannot be compressed with."""
    if method not in (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA):
        raise NotImplementedError("That compression method is not supported")


def compressor_for(method, level=None):
    """What compresses; None where nothing is compressed."""
    if method == ZIP_DEFLATED:
        return zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
    if method == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Compressor() if level is None else bz2.BZ2Compressor(level)
    return _LzmaCompressor() if method == ZIP_LZMA else None


def decompressor_for(method):
    """What decompresses; None where nothing is compressed."""
    check_readable(method)
    if method == ZIP_STORED:
        return None
    if method == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if method == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Decompressor()
    return _LzmaDecompressor()


def check_readable(method):
    """Refuse what nothing here decompresses."""
    if method not in (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA):
        name = f" ({METHODS[method]})" if method in METHODS else ""
        raise NotImplementedError(f"compression type {method:d}{name}")


class _LzmaCompressor:
    """LZMA with the header that zip files have."""

    def __init__(self):
        self._stream = None

    def _begin(self):
        import lzma
        properties = lzma._encode_filter_properties({"id": lzma.FILTER_LZMA1})
        self._stream = lzma.LZMACompressor(
            lzma.FORMAT_RAW, filters=[lzma._decode_filter_properties(lzma.FILTER_LZMA1, properties)])
        return struct.pack("<BBH", 9, 4, len(properties)) + properties

    def compress(self, data):
        header = self._begin() if self._stream is None else b""
        return header + self._stream.compress(data)

    def flush(self):
        header = self._begin() if self._stream is None else b""
        return header + self._stream.flush()


class _LzmaDecompressor:
    def __init__(self):
        self._stream = None
        self._begin = b""
        self.eof = False

    def decompress(self, data):
        if self._stream is None:
            self._begin += data
            if len(self._begin) <= 4:
                return b""
            length = struct.unpack("<H", self._begin[2:4])[0]
            if len(self._begin) <= 4 + length:
                return b""
            import lzma
            options = lzma._decode_filter_properties(lzma.FILTER_LZMA1, self._begin[4:4 + length])
            self._stream = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[options])
            data, self._begin = self._begin[4 + length:], b""
        result = self._stream.decompress(data)
        self.eof = self._stream.eof
        return result


_crc_table = None


def decrypter(password):
    """A function that decrypts bytes by the old encryption of zip files."""
    global _crc_table
    if _crc_table is None:
        table = []
        for number in range(256):
            for _ in range(8):
                number = number >> 1 ^ (0xEDB88320 if number & 1 else 0)
            table.append(number)
        _crc_table = table
    table = _crc_table
    first, second, third = 0x12345678, 0x23456789, 0x34567890

    def update(byte):
        nonlocal first, second, third
        first = first >> 8 ^ table[(first ^ byte) & 0xFF]
        second = (second + (first & 0xFF)) * 134775813 + 1 & 0xFFFFFFFF
        third = third >> 8 ^ table[(third ^ second >> 24) & 0xFF]

    for byte in password:
        update(byte)

    def decrypt(data):
        result = bytearray()
        for byte in data:
            key = third | 2
            byte ^= key * (key ^ 1) >> 8 & 0xFF
            update(byte)
            result.append(byte)
        return bytes(result)

    return decrypt


class SharedFile:
    """A place of its own in a file that several read."""

    def __init__(self, file, pos, close, lock, writing):
        self._file = file
        self._pos = pos
        self._close = close
        self._lock = lock
        self._writing = writing
        self.seekable = file.seekable

    def tell(self):
        return self._pos

    def _check(self):
        if self._writing():
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before trying to read.")

    def seek(self, offset, whence=0):
        with self._lock:
            self._check()
            if whence == io.SEEK_CUR:
                self._file.seek(self._pos + offset)
            else:
                self._file.seek(offset, whence)
            self._pos = self._file.tell()
            return self._pos

    def read(self, n=-1):
        with self._lock:
            self._check()
            self._file.seek(self._pos)
            data = self._file.read(n)
            self._pos = self._file.tell()
            return data

    def close(self):
        if self._file is not None:
            file, self._file = self._file, None
            self._close(file)


class Tellable:
    """A file that cannot say where it is, with a count of what was written."""

    def __init__(self, file):
        self.fp = file
        self.offset = 0

    def write(self, data):
        count = self.fp.write(data)
        self.offset += count
        return count

    def tell(self):
        return self.offset

    def flush(self):
        self.fp.flush()

    def close(self):
        self.fp.close()


class ZipExtFile(io.BufferedIOBase):
    """A member of a zip file, open for reading."""

    MAX_N = 1 << 31 - 1
    MIN_READ_SIZE = 4096
    MAX_SEEK_READ = 1 << 24

    def __init__(self, fileobj, mode, zipinfo, pwd=None, close_fileobj=False):
        self._fileobj = fileobj
        self._pwd = pwd
        self._close_fileobj = close_fileobj
        self._info = zipinfo
        self.newlines = None
        self.mode = mode
        self.name = zipinfo.filename
        self._expected_crc = getattr(zipinfo, "CRC", None)
        self._seekable = False
        try:
            if fileobj.seekable():
                self._origin = fileobj.tell()
                self._seekable = True
        except AttributeError:
            pass
        self._begin()

    def _begin(self):
        info = self._info
        self._compress_left = info.compress_size
        self._left = info.file_size
        self._decompressor = decompressor_for(info.compress_type)
        self._running_crc = zlib.crc32(b"")
        self._readbuffer = b""
        self._offset = 0
        self._eof = False
        self._decrypt = None
        if self._pwd:
            self._begin_decryption(info)

    def _begin_decryption(self, info):
        check = info._raw_time >> 8 & 0xFF if info.flag_bits & USES_DESCRIPTOR else info.CRC >> 24 & 0xFF
        self._decrypt = decrypter(self._pwd)
        header = self._decrypt(self._fileobj.read(12))
        self._compress_left -= 12
        if header[11] != check:
            raise RuntimeError(f"Bad password for file {info.orig_filename!r}")

    def __repr__(self):
        parts = [f"<{type(self).__module__}.{type(self).__qualname__}"]
        if self.closed:
            parts.append("[closed]")
        else:
            parts.append(f"name={self.name!r}")
            if self._info.compress_type != ZIP_STORED:
                parts.append(f"compress_type={METHODS.get(self._info.compress_type, self._info.compress_type)}")
        return " ".join(parts) + ">"

    def _take(self, count):
        """So many of the bytes that are ready."""
        data = self._readbuffer[self._offset:self._offset + count]
        self._offset += len(data)
        return data

    def readline(self, limit=-1):
        """The next line."""
        if limit < 0:
            end = self._readbuffer.find(b"\n", self._offset) + 1
            if end > 0:
                return self._take(end - self._offset)
        return io.BufferedIOBase.readline(self, limit)

    def peek(self, n=1):
        """Some bytes that come next; they stay where they are."""
        if n > len(self._readbuffer) - self._offset:
            chunk = self.read(n)
            if len(chunk) > self._offset:
                self._readbuffer = chunk + self._readbuffer[self._offset:]
                self._offset = 0
            else:
                self._offset -= len(chunk)
        return self._readbuffer[self._offset:self._offset + 512]

    def readable(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return True

    def read(self, n=-1):
        """So many bytes, or all that are left."""
        if self.closed:
            raise ValueError("read from closed file.")
        if n is None or n < 0:
            parts = [self._take(len(self._readbuffer))]
            while not self._eof:
                parts.append(self._more(self.MIN_READ_SIZE * 64))
            self._readbuffer, self._offset = b"", 0
            return b"".join(parts)
        data = self._take(n)
        while len(data) < n and not self._eof:
            part = self._more(n - len(data))
            if part:
                self._readbuffer, self._offset = part, 0
                data += self._take(n - len(data))
        return data

    def read1(self, n):
        """Some bytes, with one reading."""
        everything = n is None or n < 0
        data = self._take(len(self._readbuffer) if everything else n)
        if data and not everything or n == 0:
            return data
        while not self._eof:
            part = self._more(self.MIN_READ_SIZE if everything else n)
            if part:
                self._readbuffer, self._offset = part, 0
                return data + self._take(len(part) if everything else n)
        return data

    def _more(self, count):
        """More bytes, as far as the data is there; none at the end."""
        if self._eof or count <= 0:
            return b""
        if self._decompressor is None:
            data = self._raw(count)
            self._eof = self._compress_left <= 0
        elif self._info.compress_type == ZIP_DEFLATED:
            count = max(count, self.MIN_READ_SIZE)
            raw = self._decompressor.unconsumed_tail
            if count > len(raw):
                raw += self._raw(count - len(raw))
            data = self._decompressor.decompress(raw, count)
            self._eof = self._decompressor.eof or (
                self._compress_left <= 0 and not self._decompressor.unconsumed_tail)
            if self._eof:
                data += self._decompressor.flush()
        else:
            data = self._decompressor.decompress(self._raw(count))
            self._eof = self._decompressor.eof or self._compress_left <= 0
        data = data[:self._left]
        self._left -= len(data)
        if self._left <= 0:
            self._eof = True
        self._update_crc(data)
        return data

    def _raw(self, count):
        if self._compress_left <= 0:
            return b""
        data = self._fileobj.read(min(max(count, self.MIN_READ_SIZE), self._compress_left))
        self._compress_left -= len(data)
        if not data:
            raise EOFError
        return data if self._decrypt is None else self._decrypt(data)

    def _update_crc(self, data):
        if self._expected_crc is None:
            return
        self._running_crc = zlib.crc32(data, self._running_crc)
        if self._eof and self._running_crc != self._expected_crc:
            raise BadZipFile(f"Bad CRC-32 for file {self.name!r}")

    def close(self):
        try:
            if self._close_fileobj:
                self._fileobj.close()
        finally:
            super().close()

    def seekable(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._seekable

    def tell(self):
        if self.closed:
            raise ValueError("tell on closed file.")
        if not self._seekable:
            raise io.UnsupportedOperation("underlying stream is not seekable")
        return self._info.file_size - self._left - len(self._readbuffer) + self._offset

    def seek(self, offset, whence=io.SEEK_SET):
        """Go to a place; going back means to read from the beginning."""
        if self.closed:
            raise ValueError("seek on closed file.")
        if not self._seekable:
            raise io.UnsupportedOperation("underlying stream is not seekable")
        here = self.tell()
        try:
            target = {io.SEEK_SET: 0, io.SEEK_CUR: here, io.SEEK_END: self._info.file_size}[whence] + offset
        except KeyError:
            raise ValueError("whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)") from None
        target = min(max(target, 0), self._info.file_size)
        ahead = target - here
        if 0 <= self._offset + ahead < len(self._readbuffer):
            self._offset += ahead
            return target
        if ahead < 0:
            self._fileobj.seek(self._origin)
            self._expected_crc = getattr(self._info, "CRC", None)
            self._begin()
            ahead = target
        elif self._info.compress_type == ZIP_STORED and self._decrypt is None and ahead > 0:
            # What is not compressed can be skipped; then nobody knows whether the sum is right.
            self._expected_crc = None
            ahead -= len(self._readbuffer) - self._offset
            self._fileobj.seek(ahead, io.SEEK_CUR)
            self._left -= ahead
            self._compress_left -= ahead
            self._eof = self._left <= 0
            self._readbuffer, self._offset = b"", 0
            return target
        while ahead > 0:
            ahead -= len(self.read(min(self.MAX_SEEK_READ, ahead)))
        return target


class ZipWriteFile(io.BufferedIOBase):
    """A member of a zip file, open for writing."""

    def __init__(self, zf, zinfo, zip64):
        self._zinfo = zinfo
        self._zip64 = zip64
        self._zipfile = zf
        self._compressor = compressor_for(zinfo.compress_type, zinfo.compress_level)
        self._file_size = self._compress_size = 0
        self._crc = 0

    @property
    def _fileobj(self):
        return self._zipfile.fp

    @property
    def name(self):
        """The member's name."""
        return self._zinfo.filename

    @property
    def mode(self):
        """How it is open."""
        return "wb"

    def writable(self):
        return True

    def write(self, data):
        """Write bytes; how many there were is returned."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if isinstance(data, (bytes, bytearray)):
            count = len(data)
        else:
            data = memoryview(data)
            count = data.nbytes
        self._file_size += count
        self._crc = zlib.crc32(data, self._crc)
        if self._compressor:
            data = self._compressor.compress(data)
            self._compress_size += len(data)
        self._fileobj.write(data)
        return count

    def close(self):
        if self.closed:
            return
        try:
            super().close()
            self._end()
        finally:
            self._zipfile._writing = False

    def _end(self):
        info, file = self._zinfo, self._fileobj
        if self._compressor:
            rest = self._compressor.flush()
            self._compress_size += len(rest)
            file.write(rest)
            info.compress_size = self._compress_size
        else:
            info.compress_size = self._file_size
        info.CRC = self._crc
        info.file_size = self._file_size
        if not self._zip64:
            for size, what in ((info.file_size, "File size"), (info.compress_size, "Compressed size")):
                if size > ZIP64_LIMIT:
                    raise RuntimeError(what + " too large, try using force_zip64")
        if info.flag_bits & USES_DESCRIPTOR:
            pattern = "<4sLQQ" if self._zip64 else "<4sLLL"
            file.write(struct.pack(pattern, DESCRIPTOR_MAGIC, info.CRC, info.compress_size, info.file_size))
            self._zipfile.start_dir = file.tell()
        else:
            # The record before the member was written when nobody knew this.
            self._zipfile.start_dir = file.tell()
            file.seek(info.header_offset)
            file.write(info.FileHeader(self._zip64))
            file.seek(self._zipfile.start_dir)
        self._zipfile.filelist.append(info)
        self._zipfile.NameToInfo[info.filename] = info


def flags_for(method):
    """The bits of a member's record that its compression wants."""
    return COMPRESS_OPTION if method == ZIP_LZMA else 0
