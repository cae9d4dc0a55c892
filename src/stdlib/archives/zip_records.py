"""The records of zip files: what stands before each member, in the directory and at the end, and what they say."""

import os
import stat
import struct
import sys
import time

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
DEFAULT_VERSION, ZIP64_VERSION, BZIP2_VERSION, LZMA_VERSION, MAX_EXTRACT_VERSION = 20, 45, 46, 63, 63
ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = ZIP_MAX_COMMENT = (1 << 16) - 1
IS_ENCRYPTED, COMPRESS_OPTION, USES_DESCRIPTOR, IS_PATCH, IS_STRONGLY_ENCRYPTED, IS_UTF8 = 1, 2, 8, 0x20, 0x40, 0x800
MAX32 = 0xFFFFFFFF

METHODS = {
    0: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode", 7: "tokenize",
    8: "deflate", 9: "deflate64", 10: "implode", 12: "bzip2", 14: "lzma", 18: "terse", 19: "lz77", 97: "wavpack",
    98: "ppmd",
}

MEMBER, MEMBER_MAGIC = struct.Struct("<4s2B4HL2L2H"), b"PK\3\4"
DIRECTORY, DIRECTORY_MAGIC = struct.Struct("<4s4B4HL2L5H2L"), b"PK\1\2"
END, END_MAGIC = struct.Struct("<4s4H2LH"), b"PK\5\6"
END64, END64_MAGIC = struct.Struct("<4sQ2H2L4Q"), b"PK\6\6"
LOCATOR64, LOCATOR64_MAGIC = struct.Struct("<4sLQL"), b"PK\6\7"
DESCRIPTOR_MAGIC = b"PK\7\x08"


class BadZipFile(Exception):
    """What is read is no zip file, or a damaged one."""


class LargeZipFile(Exception):
    """A file would need the extensions for large ones, and these were not allowed."""


def strip_extra(extra, kinds):
    """The extra fields without those of some kinds."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        end = at + 4 + length
        if kind not in kinds:
            kept += extra[at:end]
        at = end
    return kept + extra[at:]


def _sanitized(name):
    """The name up to a null, with slashes for separators."""
    end = name.find("\0")
    if end >= 0:
        name = name[:end]
    for separator in (os.sep, os.altsep):
        if separator and separator != "/" and separator in name:
            name = name.replace(separator, "/")
    return name


class ZipInfo:
    """What a zip file says of one member."""

    __slots__ = (
        "orig_filename", "filename", "date_time", "compress_type", "compress_level", "comment", "extra",
        "create_system", "create_version", "extract_version", "reserved", "flag_bits", "volume", "internal_attr",
        "external_attr", "header_offset", "CRC", "compress_size", "file_size", "_raw_time", "_end_offset",
    )

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = _sanitized(filename)
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.compress_type = ZIP_STORED
        self.compress_level = None
        self.comment = self.extra = b""
        self.create_system = 0 if sys.platform == "win32" else 3
        self.create_version = self.extract_version = DEFAULT_VERSION
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.CRC = self.compress_size = self.file_size = 0
        self._end_offset = None

    @property
    def _compresslevel(self):
        return self.compress_level

    @_compresslevel.setter
    def _compresslevel(self, value):
        self.compress_level = value

    def __repr__(self):
        parts = [f"<{type(self).__name__} filename={self.filename!r}"]
        if self.compress_type != ZIP_STORED:
            parts.append(f"compress_type={METHODS.get(self.compress_type, self.compress_type)}")
        high, low = self.external_attr >> 16, self.external_attr & 0xFFFF
        if high:
            parts.append(f"filemode={stat.filemode(high)!r}")
        if low:
            parts.append(f"external_attr={low:#x}")
        if not self.is_dir() or self.file_size:
            parts.append(f"file_size={self.file_size!r}")
        if (not self.is_dir() or self.compress_size) and (
                self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            parts.append(f"compress_size={self.compress_size!r}")
        return " ".join(parts) + ">"

    def is_dir(self):
        """Whether this is a folder."""
        if self.filename.endswith("/"):
            return True
        return bool(os.path.altsep) and self.filename.endswith((os.path.sep, os.path.altsep))

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """What is to be said of a file on the disk."""
        if isinstance(filename, os.PathLike):
            filename = os.fspath(filename)
        facts = os.stat(filename)
        is_dir = stat.S_ISDIR(facts.st_mode)
        date_time = time.localtime(facts.st_mtime)[:6]
        if not strict_timestamps:
            date_time = min(max(date_time, (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 23, 59, 59))
        name = os.path.normpath(os.path.splitdrive(filename if arcname is None else arcname)[1])
        info = cls(name.lstrip(os.sep) + ("/" if is_dir else ""), date_time)
        info.external_attr = (facts.st_mode & 0xFFFF) << 16
        if is_dir:
            info.file_size = 0
            info.external_attr |= 0x10
        else:
            info.file_size = facts.st_size
        return info

    def _name_and_flags(self):
        try:
            return self.filename.encode("ascii"), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode("utf-8"), self.flag_bits | IS_UTF8

    def _dos_time(self):
        year, month, day, hour, minute, second = self.date_time[:6]
        return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day

    def _need(self, version):
        self.extract_version = max(version, self.extract_version)
        self.create_version = max(version, self.create_version)

    def _need_for_method(self):
        self._need({ZIP_BZIP2: BZIP2_VERSION, ZIP_LZMA: LZMA_VERSION}.get(self.compress_type, 0))

    def FileHeader(self, zip64=None):
        """The record before the member."""
        is_late = self.flag_bits & USES_DESCRIPTOR
        crc, packed, size = (0, 0, 0) if is_late else (self.CRC, self.compress_size, self.file_size)
        extra = self.extra
        if zip64 is None:
            zip64 = size > ZIP64_LIMIT or packed > ZIP64_LIMIT
        if zip64:
            extra += struct.pack("<HHQQ", 1, 16, size, packed)
            size = packed = MAX32
            self._need(ZIP64_VERSION)
        elif size > ZIP64_LIMIT or packed > ZIP64_LIMIT:
            raise LargeZipFile("Filesize would require ZIP64 extensions")
        self._need_for_method()
        name, flags = self._name_and_flags()
        header = MEMBER.pack(
            MEMBER_MAGIC, self.extract_version, self.reserved, flags, self.compress_type, *self._dos_time(), crc, packed,
            size, len(name), len(extra))
        return header + name + extra

    def _directory_record(self):
        """The record in the directory at the end."""
        large = []
        size, packed, offset = self.file_size, self.compress_size, self.header_offset
        if size > ZIP64_LIMIT or packed > ZIP64_LIMIT:
            large += [size, packed]
            size = packed = MAX32
        if offset > ZIP64_LIMIT:
            large.append(offset)
            offset = MAX32
        extra = self.extra
        extract, create = self.extract_version, self.create_version
        if large:
            extra = struct.pack(f"<HH{len(large)}Q", 1, 8 * len(large), *large) + strip_extra(extra, (1,))
            extract, create = max(extract, ZIP64_VERSION), max(create, ZIP64_VERSION)
        least = {ZIP_BZIP2: BZIP2_VERSION, ZIP_LZMA: LZMA_VERSION}.get(self.compress_type, 0)
        name, flags = self._name_and_flags()
        record = DIRECTORY.pack(
            DIRECTORY_MAGIC, max(create, least), self.create_system, max(extract, least), self.reserved, flags,
            self.compress_type, *self._dos_time(), self.CRC, packed, size, len(name), len(extra), len(self.comment), 0,
            self.internal_attr, self.external_attr, offset)
        return record + name + extra + self.comment

    def _decodeExtra(self, filename_crc):
        """Take sizes from the extra fields where the record has no room for them, and a name in UTF-8."""
        extra = self.extra
        while len(extra) >= 4:
            kind, length = struct.unpack_from("<HH", extra)
            if length + 4 > len(extra):
                raise BadZipFile(f"Corrupt extra field {kind:04x} (size={length})")
            data, extra = extra[4:length + 4], extra[length + 4:]
            if kind == 1:
                self._take_large(data)
            elif kind == 0x7075:
                self._take_name(data, filename_crc)

    def _take_large(self, data):
        for field, what, wants in (("file_size", "File size", (MAX32, (1 << 64) - 1)),
                                   ("compress_size", "Compress size", (MAX32,)),
                                   ("header_offset", "Header offset", (MAX32,))):
            if getattr(self, field) in wants:
                if len(data) < 8:
                    raise BadZipFile(f"Corrupt zip64 extra field. {what} not found.")
                setattr(self, field, int.from_bytes(data[:8], "little"))
                data = data[8:]

    def _take_name(self, data, filename_crc):
        try:
            version, crc = struct.unpack_from("<BL", data)
            if version == 1 and crc == filename_crc:
                name = data[5:].decode("utf-8")
                if name:
                    self.filename = _sanitized(name)
                else:
                    import warnings
                    warnings.warn("Empty unicode path extra field (0x7075)", stacklevel=2)
        except struct.error as error:
            raise BadZipFile("Corrupt unicode path extra field (0x7075)") from error
        except UnicodeDecodeError as error:
            raise BadZipFile("Corrupt unicode path extra field (0x7075): invalid utf-8 bytes") from error


def read_end(file):
    """What the record at the end says: count, size and offset of the directory, the comment, and where the record stands;
    None if there is none."""
    file.seek(0, 2)
    size = file.tell()
    try:
        file.seek(-END.size, 2)
    except OSError:
        return None
    data = file.read()
    at = size - END.size
    comment = b""
    if len(data) != END.size or data[:4] != END_MAGIC or data[-2:] != b"\0\0":
        # There may be a comment behind it.
        begin = max(size - ZIP_MAX_COMMENT - END.size, 0)
        file.seek(begin, 0)
        tail = file.read(ZIP_MAX_COMMENT + END.size)
        found = tail.rfind(END_MAGIC)
        if found < 0 or found + END.size > len(tail):
            return None
        at = begin + found
        data = tail[found:found + END.size]
        length = END.unpack(data)[7]
        comment = tail[found + END.size:found + END.size + length]
    _, _, _, _, count, length, offset, _ = END.unpack(data)
    large = _read_end64(file, at)
    if large is not None:
        count, length, offset = large
        at -= END64.size + LOCATOR64.size
    return count, length, offset, comment, at


def _read_end64(file, at):
    """The same of the record for large files before it, or None."""
    try:
        file.seek(at - LOCATOR64.size)
    except (OSError, ValueError):
        return None
    data = file.read(LOCATOR64.size)
    if len(data) != LOCATOR64.size:
        return None
    magic, disk, _, disks = LOCATOR64.unpack(data)
    if magic != LOCATOR64_MAGIC:
        return None
    if disk or disks > 1:
        raise BadZipFile("zipfiles that span multiple disks are not supported")
    file.seek(at - LOCATOR64.size - END64.size)
    data = file.read(END64.size)
    if len(data) != END64.size:
        return None
    magic, *_, count, length, offset = END64.unpack(data)
    return (count, length, offset) if magic == END64_MAGIC else None


def write_end(file, start, infos, comment, allows_large):
    """Write the directory and what comes behind it."""
    for info in infos:
        file.write(info._directory_record())
    end = file.tell()
    count, size, offset = len(infos), end - start, start
    what = next((what for what, large in (("Files count", count > ZIP_FILECOUNT_LIMIT),
                                          ("Central directory offset", offset > ZIP64_LIMIT),
                                          ("Central directory size", size > ZIP64_LIMIT)) if large), None)
    if what:
        if not allows_large:
            raise LargeZipFile(what + " would require ZIP64 extensions")
        file.write(END64.pack(END64_MAGIC, 44, 45, 45, 0, 0, count, count, size, offset))
        file.write(LOCATOR64.pack(LOCATOR64_MAGIC, 0, end, 1))
        count, size, offset = min(count, 0xFFFF), min(size, MAX32), min(offset, MAX32)
    file.write(END.pack(END_MAGIC, 0, 0, count, count, size, offset, len(comment)))
    file.write(comment)


def read_directory(file, metadata_encoding):
    """All members that the directory names, the comment, and where the directory begins."""
    try:
        end = read_end(file)
    except OSError:
        raise BadZipFile("File is not a zip file") from None
    if not end:
        raise BadZipFile("File is not a zip file")
    count, size, offset, comment, at = end
    # Something else may stand before the zip file.
    before = at - size - offset
    start = offset + before
    if start < 0:
        raise BadZipFile("Bad offset for central directory")
    file.seek(start, 0)
    data = file.read(size)
    infos, place = [], 0
    while place < size:
        record = data[place:place + DIRECTORY.size]
        if len(record) != DIRECTORY.size:
            raise BadZipFile("Truncated central directory")
        info, length = _directory_entry(record, data, place + DIRECTORY.size, metadata_encoding)
        info.header_offset += before
        place += DIRECTORY.size + length
        infos.append(info)
    end = start
    for info in sorted(infos, key=lambda info: info.header_offset, reverse=True):
        info._end_offset = end
        end = info.header_offset
    return infos, comment, start


def _directory_entry(record, data, place, metadata_encoding):
    import zlib
    (magic, create, system, extract, reserved, flags, method, hours, days, crc, packed, size, name_length, extra_length,
     comment_length, volume, internal, external, offset) = DIRECTORY.unpack(record)
    if magic != DIRECTORY_MAGIC:
        raise BadZipFile("Bad magic number for central directory")
    name_bytes = data[place:place + name_length]
    name = name_bytes.decode("utf-8" if flags & IS_UTF8 else metadata_encoding or "cp437")
    info = ZipInfo(name)
    place += name_length
    info.extra = data[place:place + extra_length]
    place += extra_length
    info.comment = data[place:place + comment_length]
    info.header_offset = offset
    info.create_version, info.create_system = create, system
    info.extract_version, info.reserved, info.flag_bits = extract, reserved, flags
    info.compress_type, info.CRC, info.compress_size, info.file_size = method, crc, packed, size
    info.volume, info.internal_attr, info.external_attr = volume, internal, external
    if extract > MAX_EXTRACT_VERSION:
        raise NotImplementedError("zip file version %.1f" % (extract / 10))
    info._raw_time = hours
    info.date_time = ((days >> 9) + 1980, days >> 5 & 15, days & 31, hours >> 11, hours >> 5 & 63, (hours & 31) * 2)
    info._decodeExtra(zlib.crc32(name_bytes))
    return info, name_length + extra_length + comment_length
