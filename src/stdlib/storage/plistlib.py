"""Property lists, the files of settings of macOS, as XML and binary."""

__all__ = [
    "InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID",
]

import binascii
import datetime
import enum
import itertools
import os
import re
import struct
from io import BytesIO

PlistFormat = enum.Enum("PlistFormat", "FMT_XML FMT_BINARY", module=__name__)
globals().update(PlistFormat.__members__)


class UID:
    """A number that stands for another object, in archives of objects."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if data >= 1 << 64:
            raise ValueError("UIDs cannot be >= 2**64")
        if data < 0:
            raise ValueError("UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return f"{type(self).__name__}({self.data!r})"

    def __reduce__(self):
        return type(self), (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


PLISTHEADER = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
"""

_CONTROL = re.compile(
    r"[\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f]")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2}))?)?)?)?)?Z", re.ASCII)
_EPOCH = datetime.datetime(2001, 1, 1)


def _read_date(text, aware):
    parts = [int(part) for part in _DATE.match(text).groups() if part is not None]
    return datetime.datetime(*(parts + [1, 1, 1][len(parts):] if len(parts) < 3 else parts),
                             tzinfo=datetime.UTC if aware else None)


def _date_text(date, aware):
    if aware:
        date = date.astimezone(datetime.UTC)
    return f"{date.year:04}-{date.month:02}-{date.day:02}T{date.hour:02}:{date.minute:02}:{date.second:02}Z"


def _escaped(text):
    if _CONTROL.search(text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _XmlReader:
    def __init__(self, dict_type, aware):
        self._dict_type = dict_type
        self._aware = aware

    def read(self, data):
        from xml.etree import ElementTree
        if b"<!ENTITY" in data:
            raise InvalidFileException("XML entity declarations are not supported in plist files")
        root = ElementTree.fromstring(data)
        if root.tag != "plist":
            return self._value(root)
        return self._value(root[0])

    def _value(self, element):
        kind, text = element.tag, element.text or ""
        if kind == "dict":
            return self._dict(element)
        if kind == "array":
            return [self._value(item) for item in element]
        if kind == "string":
            return text
        if kind == "true":
            return True
        if kind == "false":
            return False
        if kind == "integer":
            return int(text, 16) if text.lower().startswith(("0x", "-0x")) else int(text)
        if kind == "real":
            return float(text)
        if kind == "data":
            return binascii.a2b_base64(text.encode("utf-8"))
        if kind == "date":
            return _read_date(text, self._aware)
        raise ValueError(f"unknown element {kind!r}")

    def _dict(self, element):
        result = self._dict_type()
        key = None
        for place, item in enumerate(element):
            if item.tag == "key":
                if key is not None or len(item):
                    raise ValueError(f"unexpected key at line {place + 1}")
                key = item.text or ""
            elif key is None:
                raise ValueError(f"unexpected element at line {place + 1}")
            else:
                result[key] = self._value(item)
                key = None
        if key is not None:
            raise ValueError(f"missing value for key '{key}'")
        return result


class _XmlWriter:
    def __init__(self, file, sort_keys, skipkeys, aware):
        self._file = file
        self._sort_keys = sort_keys
        self._skipkeys = skipkeys
        self._aware = aware
        self._level = 0

    def write(self, value):
        self._file.write(PLISTHEADER)
        self._line('<plist version="1.0">')
        self._value(value)
        self._line("</plist>")

    def _line(self, text):
        self._file.write(b"\t" * self._level + text.encode("utf-8") + b"\n")

    def _simple(self, kind, text):
        self._line(f"<{kind}>{_escaped(text)}</{kind}>")

    def _value(self, value):
        if isinstance(value, str):
            self._simple("string", value)
        elif value is True:
            self._line("<true/>")
        elif value is False:
            self._line("<false/>")
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self._simple("integer", str(value))
        elif isinstance(value, float):
            self._simple("real", repr(value))
        elif hasattr(value, "keys") and isinstance(value, dict):
            self._dict(value)
        elif isinstance(value, (bytes, bytearray)):
            self._bytes(value)
        elif isinstance(value, datetime.datetime):
            self._simple("date", _date_text(value, self._aware))
        elif isinstance(value, (tuple, list)):
            self._container("array", value, self._value)
        else:
            raise TypeError(f"unsupported type: {type(value)}")

    def _container(self, kind, items, write):
        if not items:
            self._line(f"<{kind}/>")
            return
        self._line(f"<{kind}>")
        self._level += 1
        for item in items:
            write(item)
        self._level -= 1
        self._line(f"</{kind}>")

    def _dict(self, value):
        items = sorted(value.items()) if self._sort_keys else value.items()

        def write(item):
            key, inner = item
            if not isinstance(key, str):
                if self._skipkeys:
                    return
                raise TypeError("keys must be strings")
            self._simple("key", key)
            self._value(inner)

        self._container("dict", items, write)

    def _bytes(self, data):
        self._line("<data>")
        # Lines get shorter with depth, so that they end at the same place.
        width = max(16, 76 - len(("\t" * self._level).expandtabs()))
        step = width // 4 * 3
        for at in range(0, len(data), step):
            self._line(binascii.b2a_base64(data[at:at + step], newline=False).decode("ascii"))
        self._line("</data>")


class InvalidFileException(ValueError):
    """What is read is no property list."""

    def __init__(self, message="Invalid file"):
        super().__init__(message)


_BINARY_FORMAT = {1: "B", 2: "H", 4: "L", 8: "Q"}
_undefined = object()


class _BinaryReader:
    def __init__(self, dict_type, aware):
        self._dict_type = dict_type
        self._aware = aware

    def read(self, file):
        self._file = file
        try:
            file.seek(-32, os.SEEK_END)
            trailer = file.read(32)
            if len(trailer) != 32:
                raise InvalidFileException()
            offset_size, self._ref_size, count, top, table = struct.unpack(">6xBBQQQ", trailer)
            file.seek(table)
            self._offsets = self._ints(count, offset_size)
            self._objects = [_undefined] * count
            return self._object(top)
        except (OSError, IndexError, struct.error, OverflowError, ValueError):
            raise InvalidFileException() from None

    def _ints(self, count, size):
        data = self._file.read(size * count)
        if size in _BINARY_FORMAT:
            return struct.unpack(f">{count}{_BINARY_FORMAT[size]}", data)
        if not size or len(data) != size * count:
            raise InvalidFileException()
        return tuple(int.from_bytes(data[at:at + size], "big") for at in range(0, size * count, size))

    def _size(self, low):
        if low != 0xF:
            return low
        width = 1 << (self._file.read(1)[0] & 3)
        return int.from_bytes(self._file.read(width), "big")

    def _exactly(self, count):
        data = self._file.read(count)
        if len(data) != count:
            raise InvalidFileException()
        return data

    def _object(self, ref):
        result = self._objects[ref]
        if result is not _undefined:
            return result
        self._file.seek(self._offsets[ref])
        token = self._file.read(1)[0]
        high, low = token & 0xF0, token & 0x0F
        if token in (0, 8, 9, 0xF):
            result = {0: None, 8: False, 9: True, 0xF: b""}[token]
        elif high == 0x10:
            result = int.from_bytes(self._file.read(1 << low), "big", signed=low >= 3)
        elif token == 0x22:
            result = struct.unpack(">f", self._file.read(4))[0]
        elif token == 0x23:
            result = struct.unpack(">d", self._file.read(8))[0]
        elif token == 0x33:
            seconds = struct.unpack(">d", self._file.read(8))[0]
            epoch = _EPOCH.replace(tzinfo=datetime.UTC) if self._aware else _EPOCH
            result = epoch + datetime.timedelta(seconds=seconds)
        elif high == 0x40:
            result = self._exactly(self._size(low))
        elif high == 0x50:
            result = self._exactly(self._size(low)).decode("ascii")
        elif high == 0x60:
            result = self._exactly(self._size(low) * 2).decode("utf-16be")
        elif high == 0x80:
            result = UID(int.from_bytes(self._file.read(1 + low), "big"))
        elif high == 0xA0:
            refs = self._ints(self._size(low), self._ref_size)
            result = self._objects[ref] = []
            result.extend(self._object(item) for item in refs)
        elif high == 0xD0:
            count = self._size(low)
            keys = self._ints(count, self._ref_size)
            values = self._ints(count, self._ref_size)
            result = self._objects[ref] = self._dict_type()
            try:
                for key, value in zip(keys, values):
                    result[self._object(key)] = self._object(value)
            except TypeError:
                raise InvalidFileException() from None
        else:
            raise InvalidFileException()
        self._objects[ref] = result
        return result


def _width_of(count):
    for width in (1, 2, 4):
        if count < 1 << 8 * width:
            return width
    return 8


_SCALARS = (str, int, float, datetime.datetime, bytes, bytearray)


class _BinaryWriter:
    def __init__(self, file, sort_keys, skipkeys, aware):
        self._file = file
        self._sort_keys = sort_keys
        self._skipkeys = skipkeys
        self._aware = aware

    def write(self, value):
        self._objects = []
        # Numbers of scalars by type and value, of others by identity.
        self._numbers = {}
        self._flatten(value)
        count = len(self._objects)
        offsets = []
        self._ref_size = _width_of(count)
        self._file.write(b"bplist00")
        for item in self._objects:
            offsets.append(self._file.tell())
            self._object(item)
        table = self._file.tell()
        width = _width_of(table)
        self._file.write(struct.pack(f">{count}{_BINARY_FORMAT[width]}", *offsets))
        self._file.write(struct.pack(">5xBBBQQQ", 0, width, self._ref_size, count, self._number(value), table))

    def _key(self, value):
        return (type(value), value) if isinstance(value, _SCALARS) and not isinstance(value, bytearray) else id(value)

    def _number(self, value):
        return self._numbers[self._key(value)]

    def _flatten(self, value):
        key = self._key(value)
        if key in self._numbers:
            return
        self._numbers[key] = len(self._objects)
        self._objects.append(value)
        if isinstance(value, dict):
            items = sorted(value.items()) if self._sort_keys else value.items()
            keys, values = [], []
            for key, inner in items:
                if not isinstance(key, str):
                    if self._skipkeys:
                        continue
                    raise TypeError("keys must be strings")
                keys.append(key)
                values.append(inner)
            for item in itertools.chain(keys, values):
                self._flatten(item)
        elif isinstance(value, (list, tuple)):
            for item in value:
                self._flatten(item)

    def _sized(self, token, size):
        if size < 15:
            self._file.write(bytes([token | size]))
            return
        width = _width_of(size)
        self._file.write(bytes([token | 0xF, 0x10 | width.bit_length() - 1]) + size.to_bytes(width, "big"))

    def _refs(self, items):
        numbers = [self._number(item) for item in items]
        self._file.write(struct.pack(f">{len(numbers)}{_BINARY_FORMAT[self._ref_size]}", *numbers))

    def _object(self, value):
        write = self._file.write
        if value is None:
            write(b"\x00")
        elif value is False:
            write(b"\x08")
        elif value is True:
            write(b"\x09")
        elif isinstance(value, int):
            self._int(value)
        elif isinstance(value, float):
            write(struct.pack(">Bd", 0x23, value))
        elif isinstance(value, datetime.datetime):
            if self._aware:
                value = value.astimezone(datetime.UTC) - _EPOCH.replace(tzinfo=datetime.UTC)
            else:
                value = value - _EPOCH
            write(struct.pack(">Bd", 0x33, value.total_seconds()))
        elif isinstance(value, (bytes, bytearray)):
            self._sized(0x40, len(value))
            write(value)
        elif isinstance(value, str):
            if value.isascii():
                self._sized(0x50, len(value))
                write(value.encode("ascii"))
            else:
                data = value.encode("utf-16be")
                self._sized(0x60, len(data) // 2)
                write(data)
        elif isinstance(value, UID):
            if value.data < 0:
                raise ValueError("UIDs must be positive")
            width = _width_of(value.data)
            write(bytes([0x80 | width - 1]) + value.data.to_bytes(width, "big"))
        elif isinstance(value, (list, tuple)):
            self._sized(0xA0, len(value))
            self._refs(value)
        elif isinstance(value, dict):
            items = sorted(value.items()) if self._sort_keys else list(value.items())
            items = [(key, inner) for key, inner in items if isinstance(key, str)]
            self._sized(0xD0, len(items))
            self._refs(key for key, _ in items)
            self._refs(inner for _, inner in items)
        else:
            raise TypeError(value)

    def _int(self, value):
        if value < 0:
            try:
                self._file.write(struct.pack(">Bq", 0x13, value))
            except struct.error:
                raise OverflowError(value) from None
            return
        for token, width in ((0x10, 1), (0x11, 2), (0x12, 4)):
            if value < 1 << 8 * width:
                self._file.write(bytes([token]) + value.to_bytes(width, "big"))
                return
        if value < 1 << 63:
            self._file.write(b"\x13" + value.to_bytes(8, "big"))
        elif value < 1 << 64:
            self._file.write(b"\x14" + value.to_bytes(16, "big"))
        else:
            raise OverflowError(value)


def _is_xml(header):
    if header.startswith((b"<?xml", b"<plist")):
        return True
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16be"), (b"\xff\xfe", "utf-16le")):
        if header.startswith(mark):
            return header[len(mark):].startswith(tuple(text.encode(encoding) for text in ("<?xml", "<plist")))
    return False


def load(fp, *, fmt=None, dict_type=dict, aware_datetime=False):
    """What an open binary file holds."""
    if fmt is None:
        header = fp.read(32)
        fp.seek(0)
        if _is_xml(header):
            fmt = FMT_XML
        elif header[:8] == b"bplist00":
            fmt = FMT_BINARY
        else:
            raise InvalidFileException()
    if fmt is FMT_XML:
        return _XmlReader(dict_type, aware_datetime).read(fp.read())
    return _BinaryReader(dict_type, aware_datetime).read(fp)


def loads(value, *, fmt=None, dict_type=dict, aware_datetime=False):
    """What bytes, or a text of XML, hold."""
    if isinstance(value, str):
        if fmt == FMT_BINARY:
            raise TypeError("value must be bytes-like object when fmt is FMT_BINARY")
        value = value.encode()
    return load(BytesIO(value), fmt=fmt, dict_type=dict_type, aware_datetime=aware_datetime)


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False, aware_datetime=False):
    """Write a value to an open binary file."""
    if fmt not in (FMT_XML, FMT_BINARY):
        raise ValueError(f"Unsupported format: {fmt!r}")
    writer = _XmlWriter if fmt is FMT_XML else _BinaryWriter
    writer(fp, sort_keys, skipkeys, aware_datetime).write(value)


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True, aware_datetime=False):
    """The bytes of a value."""
    file = BytesIO()
    dump(value, file, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys, aware_datetime=aware_datetime)
    return file.getvalue()
