"""What the parts of tarfile share: numbers of the format, errors, and the filters of what is extracted."""

import os
import struct

NUL = b"\0"
BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
GNU_MAGIC, POSIX_MAGIC = b"ustar  \0", b"ustar\x0000"
LENGTH_NAME = LENGTH_LINK = 100
LENGTH_PREFIX = 155

REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = (
    b"0", b"\0", b"1", b"2", b"3", b"4", b"5", b"6", b"7")
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b"L", b"K", b"S"
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b"x", b"g", b"X"
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = range(3)
DEFAULT_FORMAT = PAX_FORMAT

SUPPORTED_TYPES = (
    REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, GNUTYPE_LONGNAME,
    GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
GNU_TYPES = (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)

PAX_FIELDS = ("path", "linkpath", "size", "mtime", "uid", "gid", "uname", "gname")
PAX_NAME_FIELDS = {"path", "linkpath", "uname", "gname"}
PAX_NUMBER_FIELDS = {"atime": float, "ctime": float, "mtime": float, "uid": int, "gid": int, "size": int}

if os.name == "nt":
    ENCODING = "utf-8"
else:
    import sys
    ENCODING = sys.getfilesystemencoding()


class TarError(Exception):
    """Any error of this module."""


class ExtractError(TarError):
    """Something about a member that was extracted could not be set."""


class ReadError(TarError):
    """What is read is no tar file, or a damaged one."""


class CompressionError(TarError):
    """There is no such compression."""


class StreamError(TarError):
    """A stream cannot do that."""


class HeaderError(TarError):
    """The record before a member is wrong."""


class EmptyHeaderError(HeaderError):
    """There is no record."""


class TruncatedHeaderError(HeaderError):
    """A record is too short."""


class EOFHeaderError(HeaderError):
    """A record is the one that ends the file."""


class InvalidHeaderError(HeaderError):
    """A record is none."""


class SubsequentHeaderError(HeaderError):
    """The record that must follow another is missing or wrong."""


class FilterError(TarError):
    """A filter refuses a member."""


class AbsolutePathError(FilterError):
    """A member has an absolute path."""

    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"member {tarinfo.name!r} has an absolute path")


class OutsideDestinationError(FilterError):
    """A member would land outside of the folder."""

    def __init__(self, tarinfo, path):
        self.tarinfo = tarinfo
        self._path = path
        super().__init__(f"{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination")


class SpecialFileError(FilterError):
    """A member is a pipe or a device."""

    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"{tarinfo.name!r} is a special file")


class AbsoluteLinkError(FilterError):
    """A member is a link to an absolute path."""

    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"{tarinfo.name!r} is a link to an absolute path")


class LinkOutsideDestinationError(FilterError):
    """A member is a link to something outside of the folder."""

    def __init__(self, tarinfo, path):
        self.tarinfo = tarinfo
        self._path = path
        super().__init__(f"{tarinfo.name!r} would link to {path!r}, which is outside the destination")


def _changes(member, dest_path, for_data):
    """What a filter changes about a member; what it does not take is an error."""
    changes = {}
    folder = os.path.realpath(dest_path)

    def is_outside(path):
        return os.path.commonpath([path, folder]) != folder

    name = member.name
    if name.startswith(("/", os.sep)):
        name = changes["name"] = member.path.lstrip("/" + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(folder, name))
    if is_outside(target):
        raise OutsideDestinationError(member, target)
    mode = member.mode
    if mode is not None:
        # Nobody else may write, and nothing runs as its owner.
        mode &= 0o755
        if for_data:
            if member.isreg() or member.islnk():
                mode = (mode if mode & 0o100 else mode & ~0o111) | 0o600
            elif member.isdir() or member.issym():
                mode = None
            else:
                raise SpecialFileError(member)
        if mode != member.mode:
            changes["mode"] = mode
    if for_data:
        for owner in ("uid", "gid", "uname", "gname"):
            if getattr(member, owner) is not None:
                changes[owner] = None
        if member.islnk() or member.issym():
            if os.path.isabs(member.linkname):
                raise AbsoluteLinkError(member)
            beside = os.path.dirname(name) if member.issym() else ""
            target = os.path.realpath(os.path.join(folder, beside, member.linkname))
            if is_outside(target):
                raise LinkOutsideDestinationError(member, target)
    return changes


def fully_trusted_filter(member, dest_path):
    """Take every member as it is."""
    return member


def tar_filter(member, dest_path):
    """Refuse what lands outside of the folder, and take the most dangerous permissions away."""
    changes = _changes(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):
    """Refuse all that is not plain data below the folder, and forget owners."""
    changes = _changes(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member


_NAMED_FILTERS = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}


def stn(s, length, encoding, errors):
    """A text in a field of so many bytes."""
    if s is None:
        raise ValueError("metadata cannot contain None")
    return s.encode(encoding, errors)[:length].ljust(length, NUL)


def nts(s, encoding, errors):
    """The text of a field."""
    return s.partition(NUL)[0].decode(encoding, errors)


def nti(s):
    """The number of a field: octal digits, or bytes after a mark."""
    if s[0] in (0o200, 0o377):
        number = int.from_bytes(s[1:], "big")
        return number - 256 ** (len(s) - 1) if s[0] == 0o377 else number
    try:
        return int(nts(s, "ascii", "strict").strip() or "0", 8)
    except ValueError:
        raise InvalidHeaderError("invalid header") from None


def itn(n, digits=8, format=DEFAULT_FORMAT):
    """A number in a field of so many bytes."""
    number = int(n)
    if 0 <= number < 8 ** (digits - 1):
        return b"%0*o\0" % (digits - 1, number)
    if format == GNU_FORMAT and -256 ** (digits - 1) <= number < 256 ** (digits - 1):
        mark = 0o200 if number >= 0 else 0o377
        return bytes([mark]) + (number % 256 ** (digits - 1)).to_bytes(digits - 1, "big")
    raise ValueError("overflow in number field")


def calc_chksums(buf):
    """The sums of a record's bytes, unsigned and signed; the field of the sum counts as blanks."""
    others = buf[:148] + buf[156:BLOCKSIZE]
    unsigned = 256 + sum(others)
    return unsigned, unsigned - 256 * sum(byte > 127 for byte in others)


def copyfileobj(src, dst, length=None, exception=OSError, bufsize=None):
    """Copy so many bytes of a file into another, or all of them."""
    bufsize = bufsize or 16 * 1024
    if length is None:
        while data := src.read(bufsize):
            dst.write(data)
        return
    while length > 0:
        data = src.read(min(bufsize, length))
        wanted = min(bufsize, length)
        if len(data) < wanted:
            raise exception("unexpected end of data")
        dst.write(data)
        length -= wanted


def _in_blocks(payload):
    """The payload filled up to whole blocks."""
    return payload + NUL * (-len(payload) % BLOCKSIZE)


def _pack_chksum(record):
    """The record with its sum in it."""
    return record[:148] + b"%06o\0" % calc_chksums(record)[0] + record[155:]


def _pack_record(parts):
    """The block that the fields of a record make."""
    return struct.pack(f"{BLOCKSIZE}s", b"".join(parts))
