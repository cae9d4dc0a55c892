"""Plain values as bytes, and back: numbers, texts, containers and code.

The format is CPython's, version 4, for everything but code, which is kept as its text. An object that occurs more than once is
written once and then referred to.
"""
import struct
from _marshal import code_of, parts_of

__all__ = ["dump", "dumps", "load", "loads", "version"]

version = 4

_CODE = type((lambda: 0).__code__)
_DEEPEST = 2000
_IS_NOTED = 0x80
_SINGLE = {None: b"N", True: b"T", False: b"F", ...: b".", StopIteration: b"S"}
_OF_LETTER = {letter[0]: value for value, letter in _SINGLE.items()}


class _Writer:
    def __init__(self, version, allow_code):
        self.pieces = []
        self.version = version
        self.allow_code = allow_code
        self.noted = {}
        self.kept = []

    def put(self, letter, *parts):
        self.pieces.append(letter)
        self.pieces.extend(parts)

    def value(self, value, depth=0):
        if depth > _DEEPEST:
            raise ValueError("object too deeply nested to marshal")
        kind = type(value)
        if value is None or value is ... or kind is bool or value is StopIteration:
            self.put(_SINGLE[value])
        elif kind is int and -2**31 <= value < 2**31:
            self.put(b"i", struct.pack("<i", value))
        elif kind in _WRITERS:
            self.noted_value(value, kind, depth)
        elif hasattr(value, "__buffer__"):
            self.put(b"s", struct.pack("<i", memoryview(value).nbytes), bytes(value))
        else:
            raise ValueError("unmarshallable object")

    def noted_value(self, value, kind, depth):
        letter, write = _WRITERS[kind]
        if self.version < 3:
            self.pieces.append(letter)
            return write(self, value, depth)
        if (number := self.noted.get(id(value))) is not None:
            return self.put(b"r", struct.pack("<i", number))
        self.noted[id(value)] = len(self.noted)
        self.kept.append(value)
        at = len(self.pieces)
        self.pieces.append(letter)
        write(self, value, depth)
        self.pieces[at] = bytes([self.pieces[at][0] | _IS_NOTED])

    def relabel(self, letter):
        """Say that what is being written is of a shorter kind."""
        self.pieces[-1] = letter

    def long(self, value, depth):
        digits, rest = [], abs(value)
        while rest:
            digits.append(rest & 0x7FFF)
            rest >>= 15
        count = len(digits) if value > 0 else -len(digits)
        self.pieces.append(struct.pack(f"<i{len(digits)}H", count, *digits))

    def float(self, value, depth):
        self.pieces.append(struct.pack("<d", value))

    def complex(self, value, depth):
        self.pieces.append(struct.pack("<dd", value.real, value.imag))

    def bytes(self, value, depth):
        self.pieces += struct.pack("<i", len(value)), value

    def str(self, value, depth):
        data = value.encode("utf-8", "surrogatepass")
        if value.isascii() and self.version >= 4:
            short = len(data) < 256
            self.relabel(b"z" if short else b"a")
            self.pieces += struct.pack("<B" if short else "<i", len(data)), data
        else:
            self.pieces += struct.pack("<i", len(data)), data

    def tuple(self, value, depth):
        if self.version >= 4 and len(value) < 256:
            self.relabel(b")")
            self.pieces.append(bytes([len(value)]))
            self.items(value, depth)
        else:
            self.counted(value, depth)

    def counted(self, value, depth):
        self.pieces.append(struct.pack("<i", len(value)))
        self.items(value, depth)

    def items(self, values, depth):
        for each in values:
            self.value(each, depth + 1)

    def dict(self, value, depth):
        for pair in value.items():
            self.items(pair, depth)
        self.pieces.append(b"0")

    def code(self, value, depth):
        if not self.allow_code:
            raise ValueError("marshalling code objects is disallowed")
        self.value(parts_of(value), depth + 1)


_WRITERS = {
    int: (b"l", _Writer.long), float: (b"g", _Writer.float), complex: (b"y", _Writer.complex), bytes: (b"s", _Writer.bytes),
    str: (b"u", _Writer.str), tuple: (b"(", _Writer.tuple), list: (b"[", _Writer.counted), dict: (b"{", _Writer.dict),
    set: (b"<", _Writer.counted), frozenset: (b">", _Writer.counted), _CODE: (b"c", _Writer.code),
}


class _Reader:
    def __init__(self, read, allow_code):
        self.read = read
        self.allow_code = allow_code
        self.noted = []

    def take(self, count):
        data = self.read(count)
        if len(data) < count:
            raise EOFError("marshal data too short")
        return data

    def unpack(self, form):
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))[0]

    def size(self, kind="bytes object"):
        size = self.unpack("i")
        if size < 0:
            raise ValueError(f"bad marshal data ({kind} size out of range)")
        return size

    def value(self, depth=0):
        if depth > _DEEPEST:
            raise ValueError("recursion limit exceeded")
        byte = self.read(1)
        if not byte:
            raise EOFError("EOF read where object expected")
        letter, is_noted = byte[0] & ~_IS_NOTED, byte[0] & _IS_NOTED
        if letter in _OF_LETTER:
            return _OF_LETTER[letter]
        read = _READERS.get(chr(letter))
        if read is None:
            raise ValueError("bad marshal data (unknown type code)")
        place = len(self.noted) if is_noted else None
        if is_noted:
            self.noted.append(_PENDING)
        value = read(self, place, depth)
        if is_noted:
            self.noted[place] = value
        return value

    def note(self, place, value):
        """Let what comes inside refer to what is being read."""
        if place is not None:
            self.noted[place] = value
        return value

    def reference(self, place, depth):
        number = self.unpack("i")
        if not 0 <= number < len(self.noted) or self.noted[number] is _PENDING:
            raise ValueError("bad marshal data (invalid reference)")
        return self.noted[number]

    def long(self, place, depth):
        count = self.unpack("i")
        digits = [self.unpack("H") for _ in range(abs(count))]
        if any(digit > 0x7FFF for digit in digits):
            raise ValueError("bad marshal data (digit out of range in long)")
        if digits and not digits[-1]:
            raise ValueError("bad marshal data (unnormalized long data)")
        value = 0
        for digit in reversed(digits):
            value = value << 15 | digit
        return value if count >= 0 else -value

    def decimal(self):
        return float(self.take(self.unpack("B")))

    def text(self, size, encoding="utf-8"):
        return self.take(size).decode(encoding, "surrogatepass")

    def many(self, count, depth):
        for _ in range(count):
            yield self.value(depth + 1)

    def list(self, place, depth):
        value = self.note(place, [])
        value.extend(self.many(self.size("list"), depth))
        return value

    def set(self, place, depth):
        value = self.note(place, set())
        value.update(self.many(self.size("set"), depth))
        return value

    def dict(self, place, depth):
        value = self.note(place, {})
        while (key := self.value(depth + 1)) is not _PENDING:
            value[key] = self.value(depth + 1)
        return value

    def code(self, place, depth):
        if not self.allow_code:
            raise ValueError("unmarshalling code objects is disallowed")
        return code_of(self.value(depth + 1))


#: The end of a dictionary, and what is noted before it is read.
_PENDING = object()

_READERS = {
    "0": lambda self, place, depth: _PENDING,
    "r": _Reader.reference,
    "i": lambda self, place, depth: self.unpack("i"),
    "I": lambda self, place, depth: self.unpack("q"),
    "l": _Reader.long,
    "f": lambda self, place, depth: self.decimal(),
    "g": lambda self, place, depth: self.unpack("d"),
    "x": lambda self, place, depth: complex(self.decimal(), self.decimal()),
    "y": lambda self, place, depth: complex(self.unpack("d"), self.unpack("d")),
    "s": lambda self, place, depth: self.take(self.size()),
    "u": lambda self, place, depth: self.text(self.size("string")),
    "t": lambda self, place, depth: self.text(self.size("string")),
    "a": lambda self, place, depth: self.text(self.size("string"), "latin-1"),
    "A": lambda self, place, depth: self.text(self.size("string"), "latin-1"),
    "z": lambda self, place, depth: self.text(self.unpack("B"), "latin-1"),
    "Z": lambda self, place, depth: self.text(self.unpack("B"), "latin-1"),
    "(": lambda self, place, depth: tuple(self.many(self.size("tuple"), depth)),
    ")": lambda self, place, depth: tuple(self.many(self.unpack("B"), depth)),
    "[": _Reader.list,
    "{": _Reader.dict,
    "<": _Reader.set,
    ">": lambda self, place, depth: frozenset(self.many(self.size("set"), depth)),
    "c": _Reader.code,
}


def dumps(value, version=version, /, *, allow_code=True):
    """The bytes of a value."""
    writer = _Writer(version, allow_code)
    writer.value(value)
    return b"".join(writer.pieces)


def dump(value, file, version=version, /, *, allow_code=True):
    """Writes the bytes of a value into a file."""
    return file.write(dumps(value, version, allow_code=allow_code))


def _whole(reader):
    value = reader.value()
    if value is _PENDING:
        raise TypeError("NULL object in marshal data for object")
    return value


def loads(bytes, /, *, allow_code=True):
    """The value of bytes; what stands behind it is left alone."""
    data, at = memoryview(bytes).tobytes(), 0

    def read(count):
        nonlocal at
        piece = data[at:at + count]
        at += len(piece)
        return piece

    return _whole(_Reader(read, allow_code))


def load(file, /, *, allow_code=True):
    """Reads one value from a file."""
    def read(count):
        data = file.read(count)
        if not isinstance(data, bytes):
            raise TypeError(f"file.read() returned not bytes but {type(data).__name__}")
        return data

    return _whole(_Reader(read, allow_code))
