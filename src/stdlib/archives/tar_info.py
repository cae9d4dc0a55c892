"""What a tar file says of a member: the records before it, in all formats."""

import copy
import re
import stat
import warnings

from _tar_base import *
from _tar_base import (
    BLOCKSIZE, GNU_MAGIC, LENGTH_LINK, LENGTH_NAME, LENGTH_PREFIX, NUL, POSIX_MAGIC, _in_blocks, _pack_chksum,
    _pack_record, calc_chksums, itn, nti, nts, stn,
)

_KEEP = object()
_LENGTH = re.compile(rb"([0-9]{1,20}) ")


class TarInfo:
    """One member: its name, type, size, owner, times and links."""

    __slots__ = {
        "name": "The path inside.", "mode": "The permissions.", "uid": "The number of the owner.",
        "gid": "The number of the group.", "size": "How many bytes there are.", "mtime": "When it was changed, in seconds.",
        "chksum": "The sum of the record.", "type": "What it is: one of the types of this module.",
        "linkname": "What a link points to.", "uname": "The name of the owner.", "gname": "The name of the group.",
        "devmajor": "The first number of a device.", "devminor": "The second number of a device.",
        "offset": "Where the record stands.", "offset_data": "Where the data stands.",
        "pax_headers": "The extended facts, by name.", "sparse": "The pieces of a file with holes.",
        "_tarfile": None, "_sparse_structs": None, "_link_target": None,
    }

    def __init__(self, name=""):
        self.name = name
        self.mode = 0o644
        self.uid = self.gid = self.size = self.mtime = self.chksum = 0
        self.type = REGTYPE
        self.linkname = self.uname = self.gname = ""
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.sparse = None
        self.pax_headers = {}

    @property
    def tarfile(self):
        """Not to be used any more."""
        warnings.warn("The undocumented \"tarfile\" attribute of TarInfo objects is deprecated and will be removed in "
                      "Python 3.16", DeprecationWarning, stacklevel=2)
        return self._tarfile

    @tarfile.setter
    def tarfile(self, tarfile):
        warnings.warn("The undocumented \"tarfile\" attribute of TarInfo objects is deprecated and will be removed in "
                      "Python 3.16", DeprecationWarning, stacklevel=2)
        self._tarfile = tarfile

    @property
    def path(self):
        """The path inside."""
        return self.name

    @path.setter
    def path(self, name):
        self.name = name

    @property
    def linkpath(self):
        """What a link points to."""
        return self.linkname

    @linkpath.setter
    def linkpath(self, linkname):
        self.linkname = linkname

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r} at {id(self):#x}>"

    def replace(self, *, name=_KEEP, mtime=_KEEP, mode=_KEEP, linkname=_KEEP, uid=_KEEP, gid=_KEEP, uname=_KEEP,
                gname=_KEEP, deep=True, _KEEP=_KEEP):
        """A copy with some facts changed."""
        result = copy.deepcopy(self) if deep else copy.copy(self)
        given = {"name": name, "mtime": mtime, "mode": mode, "linkname": linkname, "uid": uid, "gid": gid,
                 "uname": uname, "gname": gname}
        for field, value in given.items():
            if value is not _KEEP:
                setattr(result, field, value)
        return result

    def get_info(self):
        """The facts, by name."""
        info = {
            "name": self.name, "mode": None if self.mode is None else self.mode & 0o7777, "uid": self.uid, "gid": self.gid,
            "size": self.size, "mtime": self.mtime, "chksum": self.chksum, "type": self.type, "linkname": self.linkname,
            "uname": self.uname, "gname": self.gname, "devmajor": self.devmajor, "devminor": self.devminor,
        }
        if info["type"] == DIRTYPE and not info["name"].endswith("/"):
            info["name"] += "/"
        return info

    # Writing.

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors="surrogateescape"):
        """The records of the member in a format."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError(f"{name} may not be None")
        if format == USTAR_FORMAT:
            return self.create_ustar_header(info, encoding, errors)
        if format == GNU_FORMAT:
            return self.create_gnu_header(info, encoding, errors)
        if format == PAX_FORMAT:
            return self.create_pax_header(info, encoding)
        raise ValueError("invalid format")

    def create_ustar_header(self, info, encoding, errors):
        """The record in the format of POSIX; what does not fit is an error."""
        info["magic"] = POSIX_MAGIC
        if len(info["linkname"].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError("linkname is too long")
        if len(info["name"].encode(encoding, errors)) > LENGTH_NAME:
            info["prefix"], info["name"] = self._posix_split_name(info["name"], encoding, errors)
        return self._create_header(info, USTAR_FORMAT, encoding, errors)

    def create_gnu_header(self, info, encoding, errors):
        """The record in the format of GNU, after others for long names."""
        info["magic"] = GNU_MAGIC
        records = b""
        for field, length, kind in (("linkname", LENGTH_LINK, GNUTYPE_LONGLINK), ("name", LENGTH_NAME, GNUTYPE_LONGNAME)):
            if len(info[field].encode(encoding, errors)) > length:
                records += self._create_gnu_long_header(info[field], kind, encoding, errors)
        return records + self._create_header(info, GNU_FORMAT, encoding, errors)

    def create_pax_header(self, info, encoding):
        """The record in the format of POSIX, after another with what does not fit in it."""
        info["magic"] = POSIX_MAGIC
        extended = self.pax_headers.copy()
        for field, name, length in (("name", "path", LENGTH_NAME), ("linkname", "linkpath", LENGTH_LINK),
                                    ("uname", "uname", 32), ("gname", "gname", 32)):
            if name not in extended and not (info[field].isascii() and len(info[field]) <= length):
                extended[name] = info[field]
        for name, digits in (("uid", 8), ("gid", 8), ("size", 12), ("mtime", 12)):
            value = info[name]
            whole = round(value)
            if not 0 <= whole < 8 ** (digits - 1):
                info[name] = 0
            elif isinstance(value, float):
                info[name] = whole
            else:
                continue
            extended.setdefault(name, str(value))
        records = self._create_pax_generic_header(extended, XHDTYPE, encoding) if extended else b""
        return records + self._create_header(info, USTAR_FORMAT, "ascii", "replace")

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        """A record with facts of all members."""
        return cls._create_pax_generic_header(pax_headers, XGLTYPE, "utf-8")

    def _posix_split_name(self, name, encoding, errors):
        """The folder and the name, if both fit."""
        parts = name.split("/")
        for at in range(1, len(parts)):
            prefix, rest = "/".join(parts[:at]), "/".join(parts[at:])
            if len(prefix.encode(encoding, errors)) <= LENGTH_PREFIX and len(rest.encode(encoding, errors)) <= LENGTH_NAME:
                return prefix, rest
        raise ValueError("name is too long")

    @staticmethod
    def _create_header(info, format, encoding, errors):
        kind = info.get("type", REGTYPE)
        if kind in (CHRTYPE, BLKTYPE):
            device = itn(info.get("devmajor", 0), 8, format), itn(info.get("devminor", 0), 8, format)
        else:
            device = stn("", 8, encoding, errors), stn("", 8, encoding, errors)
        kind = info.get("type", REGTYPE)
        if kind is None:
            raise ValueError("TarInfo.type must not be None")
        record = _pack_record([
            stn(info.get("name", ""), 100, encoding, errors),
            itn(info.get("mode", 0) & 0o7777, 8, format),
            itn(info.get("uid", 0), 8, format),
            itn(info.get("gid", 0), 8, format),
            itn(info.get("size", 0), 12, format),
            itn(info.get("mtime", 0), 12, format),
            b"        ",
            kind,
            stn(info.get("linkname", ""), 100, encoding, errors),
            info.get("magic", POSIX_MAGIC),
            stn(info.get("uname", ""), 32, encoding, errors),
            stn(info.get("gname", ""), 32, encoding, errors),
            *device,
            stn(info.get("prefix", ""), 155, encoding, errors),
        ])
        return _pack_chksum(record)

    @classmethod
    def _create_gnu_long_header(cls, name, type, encoding, errors):
        data = name.encode(encoding, errors) + NUL
        info = {"name": "././@LongLink", "type": type, "size": len(data), "magic": GNU_MAGIC}
        return cls._create_header(info, USTAR_FORMAT, encoding, errors) + _in_blocks(data)

    @classmethod
    def _create_pax_generic_header(cls, pax_headers, type, encoding):
        binary = False
        for value in pax_headers.values():
            try:
                value.encode("utf-8", "strict")
            except UnicodeEncodeError:
                binary = True
                break
        # Bytes that are no text are written as they are, and this tells so.
        records = b"21 hdrcharset=BINARY\n" if binary else b""
        for keyword, value in pax_headers.items():
            keyword = keyword.encode("utf-8")
            value = value.encode(encoding, "surrogateescape") if binary else value.encode("utf-8")
            length = len(keyword) + len(value) + 3
            total = length + len(str(length))
            while total != length + len(str(total)):
                total = length + len(str(total))
            records += b"%d %s=%s\n" % (total, keyword, value)
        info = {"name": "././@PaxHeader", "type": type, "size": len(records), "magic": POSIX_MAGIC}
        return cls._create_header(info, USTAR_FORMAT, "ascii", "replace") + _in_blocks(records)

    # Reading.

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """The member of a record."""
        if not buf:
            raise EmptyHeaderError("empty header")
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError("truncated header")
        if buf.count(NUL) == BLOCKSIZE:
            raise EOFHeaderError("end of file header")
        chksum = nti(buf[148:156])
        if chksum not in calc_chksums(buf):
            raise InvalidHeaderError("bad checksum")
        self = cls()
        self.name = nts(buf[0:100], encoding, errors)
        self.mode, self.uid, self.gid = nti(buf[100:108]), nti(buf[108:116]), nti(buf[116:124])
        self.size, self.mtime = nti(buf[124:136]), nti(buf[136:148])
        self.chksum = chksum
        self.type = buf[156:157]
        self.linkname = nts(buf[157:257], encoding, errors)
        self.uname, self.gname = nts(buf[265:297], encoding, errors), nts(buf[297:329], encoding, errors)
        self.devmajor, self.devminor = nti(buf[329:337]), nti(buf[337:345])
        prefix = nts(buf[345:500], encoding, errors)
        if self.type == AREGTYPE and self.name.endswith("/"):
            # Very old files say so that this is a folder.
            self.type = DIRTYPE
        if self.type == GNUTYPE_SPARSE:
            pieces = _pieces(buf, 386, 4)
            self._sparse_structs = pieces, bool(buf[482]), nti(buf[483:495])
        if self.isdir():
            self.name = self.name.rstrip("/")
        if prefix and self.type not in GNU_TYPES:
            self.name = f"{prefix}/{self.name}"
        return self

    @classmethod
    def fromtarfile(cls, tarfile):
        """The next member of an open tar file."""
        buf = tarfile.fileobj.read(BLOCKSIZE)
        self = cls.frombuf(buf, tarfile.encoding, tarfile.errors)
        self.offset = tarfile.fileobj.tell() - BLOCKSIZE
        return self._proc_member(tarfile)

    def _proc_member(self, tarfile):
        if self.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            return self._long_name(tarfile)
        if self.type == GNUTYPE_SPARSE:
            return self._holes(tarfile)
        if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            return self._extended(tarfile)
        return self._plain(tarfile)

    def _plain(self, tarfile):
        self.offset_data = offset = tarfile.fileobj.tell()
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            offset += self._block(self.size)
        tarfile.offset = offset
        self._apply_pax_info(tarfile.pax_headers, tarfile.encoding, tarfile.errors)
        if self.isdir():
            self.name = self.name.rstrip("/")
        return self

    def _following(self, tarfile):
        """The member whose record follows this one."""
        try:
            return self.fromtarfile(tarfile)
        except HeaderError as error:
            raise SubsequentHeaderError(str(error)) from None

    def _long_name(self, tarfile):
        data = tarfile.fileobj.read(self._block(self.size))
        next = self._following(tarfile)
        next.offset = self.offset
        text = nts(data, tarfile.encoding, tarfile.errors)
        if self.type == GNUTYPE_LONGNAME:
            next.name = text
        else:
            next.linkname = text
        if next.isdir():
            next.name = next.name.removesuffix("/")
        return next

    def _holes(self, tarfile):
        pieces, goes_on, size = self._sparse_structs
        del self._sparse_structs
        while goes_on:
            data = tarfile.fileobj.read(BLOCKSIZE)
            if len(data) != BLOCKSIZE:
                raise ReadError("unexpected end of data")
            pieces += _pieces(data, 0, 21)
            goes_on = bool(data[504])
        self.sparse = pieces
        self.offset_data = tarfile.fileobj.tell()
        tarfile.offset = self.offset_data + self._block(self.size)
        self.size = size
        return self

    def _extended(self, tarfile):
        data = tarfile.fileobj.read(self._block(self.size))
        headers = tarfile.pax_headers if self.type == XGLTYPE else tarfile.pax_headers.copy()
        raw = _records(data)
        charset = next((value for keyword, value in raw if keyword == b"hdrcharset"), b"")
        encoding = tarfile.encoding if charset == b"BINARY" else "utf-8"
        for raw_keyword, raw_value in raw:
            keyword = self._decode(raw_keyword, "utf-8", "utf-8", tarfile.errors)
            if keyword in PAX_NAME_FIELDS:
                headers[keyword] = self._decode(raw_value, encoding, tarfile.encoding, tarfile.errors)
            else:
                headers[keyword] = self._decode(raw_value, "utf-8", "utf-8", tarfile.errors)
        member = self._following(tarfile)
        self._sparse_of(member, headers, raw, tarfile)
        if self.type in (XHDTYPE, SOLARIS_XHDTYPE):
            member._apply_pax_info(headers, tarfile.encoding, tarfile.errors)
            member.offset = self.offset
            if "size" in headers:
                offset = member.offset_data
                if member.isreg() or member.type not in SUPPORTED_TYPES:
                    offset += member._block(member.size)
                tarfile.offset = offset
        return member

    def _sparse_of(self, member, headers, raw, tarfile):
        """The pieces of a file with holes, in three ways that GNU tar has written them."""
        if "GNU.sparse.map" in headers:
            numbers = [int(number) for number in headers["GNU.sparse.map"].split(",")]
        elif "GNU.sparse.size" in headers:
            try:
                offsets = [int(value) for keyword, value in raw if keyword == b"GNU.sparse.offset"]
                sizes = [int(value) for keyword, value in raw if keyword == b"GNU.sparse.numbytes"]
            except ValueError:
                raise InvalidHeaderError("invalid header") from None
            member.sparse = list(zip(offsets, sizes))
            return
        elif headers.get("GNU.sparse.major") == "1" and headers.get("GNU.sparse.minor") == "0":
            file = tarfile.fileobj
            data = file.read(BLOCKSIZE)
            count, data = data.split(b"\n", 1)
            numbers = []
            while len(numbers) < int(count) * 2:
                if b"\n" not in data:
                    data += file.read(BLOCKSIZE)
                number, data = data.split(b"\n", 1)
                numbers.append(int(number))
            member.offset_data = file.tell()
        else:
            return
        member.sparse = list(zip(numbers[::2], numbers[1::2]))

    def _apply_pax_info(self, pax_headers, encoding, errors):
        for keyword, value in pax_headers.items():
            if keyword == "GNU.sparse.name":
                self.path = value
            elif keyword in ("GNU.sparse.size", "GNU.sparse.realsize"):
                self.size = int(value)
            elif keyword in PAX_FIELDS:
                if keyword in PAX_NUMBER_FIELDS:
                    try:
                        value = PAX_NUMBER_FIELDS[keyword](value)
                    except ValueError:
                        value = 0
                if keyword == "path":
                    value = value.rstrip("/")
                setattr(self, keyword, value)
        self.pax_headers = pax_headers.copy()

    def _decode(self, value, encoding, fallback_encoding, fallback_errors):
        try:
            return value.decode(encoding, "strict")
        except UnicodeDecodeError:
            return value.decode(fallback_encoding, fallback_errors)

    def _block(self, count):
        """So many bytes in whole blocks."""
        if count < 0:
            raise InvalidHeaderError("invalid offset")
        return count + -count % BLOCKSIZE

    # What it is.

    def isreg(self):
        """Whether this is a plain file."""
        return self.type in REGULAR_TYPES

    def isfile(self):
        """Whether this is a plain file."""
        return self.isreg()

    def isdir(self):
        """Whether this is a folder."""
        return self.type == DIRTYPE

    def issym(self):
        """Whether this is a symbolic link."""
        return self.type == SYMTYPE

    def islnk(self):
        """Whether this is a hard link."""
        return self.type == LNKTYPE

    def ischr(self):
        """Whether this is a device of characters."""
        return self.type == CHRTYPE

    def isblk(self):
        """Whether this is a device of blocks."""
        return self.type == BLKTYPE

    def isfifo(self):
        """Whether this is a pipe."""
        return self.type == FIFOTYPE

    def issparse(self):
        """Whether this is a file with holes."""
        return self.sparse is not None

    def isdev(self):
        """Whether this is a device or a pipe."""
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)

    def _kind(self):
        """What stands before the permissions in a listing."""
        if self.mode is None:
            return "??????????"
        kinds = {REGTYPE: stat.S_IFREG, SYMTYPE: stat.S_IFLNK, FIFOTYPE: stat.S_IFIFO, CHRTYPE: stat.S_IFCHR,
                 DIRTYPE: stat.S_IFDIR, BLKTYPE: stat.S_IFBLK}
        return stat.filemode(kinds.get(self.type, 0) | self.mode)


def _pieces(data, at, count):
    """Places and sizes of the pieces that a record names."""
    pieces = []
    for begin in range(at, at + count * 24, 24):
        try:
            offset, size = nti(data[begin:begin + 12]), nti(data[begin + 12:begin + 24])
        except ValueError:
            break
        if offset and size or not pieces and size:
            pieces.append((offset, size))
    return pieces


def _records(data):
    """Keywords and values of an extended record: each has its length before it."""
    raw, at = [], 0
    while at < len(data) and data[at] != 0:
        found = _LENGTH.match(data, at)
        length = int(found[1]) if found else 0
        end = at + length
        if length < 5 or end > len(data):
            raise InvalidHeaderError("invalid header")
        keyword, equals, value = data[found.end():end - 1].partition(b"=")
        if not keyword or not equals or data[end - 1:end] != b"\n":
            raise InvalidHeaderError("invalid header")
        raw.append((keyword, value))
        at = end
    return raw
