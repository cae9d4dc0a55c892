"""Streams of LZMA: what may be asked of them is checked here."""

import _lzma_codec
from _lzma_codec import LZMAError

CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256 = 0, 1, 4, 10
CHECK_ID_MAX, CHECK_UNKNOWN = 15, 16
FILTER_LZMA1, FILTER_LZMA2 = 0x4000000000000001, 0x21
FILTER_DELTA, FILTER_X86, FILTER_POWERPC, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC = range(3, 10)
FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = range(4)
MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4 = 3, 4, 18, 19, 20
MODE_FAST, MODE_NORMAL = 1, 2
PRESET_DEFAULT, PRESET_EXTREME = 6, 1 << 31

_SIZES = (18, 20, 21, 22, 22, 23, 23, 24, 25, 26)
_XZ_MAGIC = b"\xfd7zXZ\0"


def is_check_supported(check_id, /):
    """Whether containers may have a check of this number."""
    return check_id in (CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256)


def _preset(preset):
    """The options that a preset stands for."""
    level = preset & 31
    if level > 9 or preset & ~(31 | PRESET_EXTREME):
        raise LZMAError("Invalid or unsupported options")
    thorough = level > 3
    nice = (128, 128, 273, 273, 16, 32)[level] if level < 6 else 64
    depth = (4, 8, 24, 48)[level] if level < 4 else 0
    if preset & PRESET_EXTREME:
        thorough = True
        nice, depth = (192, 0) if level in (3, 5) else (273, 512)
    return {"dict_size": 1 << _SIZES[level], "lc": 3, "lp": 0, "pb": 2, "mode": MODE_NORMAL if thorough else MODE_FAST,
            "nice_len": nice, "mf": MF_BT4 if thorough else MF_HC4, "depth": depth}


def _numbers(options):
    """The options in the order in which the codec wants them."""
    if not (4096 <= options["dict_size"] <= 1610612736 and 0 <= options["lc"] <= 4 and 0 <= options["lp"] <= 4
            and options["lc"] + options["lp"] <= 4 and 0 <= options["pb"] <= 4 and options["mode"] in (1, 2)
            and 0 <= options["depth"] < 1 << 31 and 2 <= options["nice_len"] <= 273
            and options["mf"] in (MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4)):
        raise LZMAError("Invalid or unsupported options")
    return (options["dict_size"], options["lc"], options["lp"], options["pb"], int(options["mode"] == MODE_NORMAL),
            options["nice_len"], int(options["mf"] >= MF_BT2), options["depth"])


def _filter(spec):
    """The number of a filter and its options, checked."""
    if not hasattr(spec, "keys"):
        raise TypeError("Filter specifier must be a dict or dict-like object")
    if "id" not in spec:
        raise ValueError("Filter specifier must have an \"id\" entry")
    number = spec["id"]
    given = {name: value for name, value in spec.items() if name != "id"}
    if number in (FILTER_LZMA1, FILTER_LZMA2):
        known = _preset(given.pop("preset", PRESET_DEFAULT))
        what = "LZMA"
    elif number == FILTER_DELTA:
        known, what = {"dist": 1}, "delta"
    elif number in range(FILTER_X86, FILTER_SPARC + 1):
        known, what = {"start_offset": 0}, "BCJ"
    else:
        raise ValueError(f"Invalid filter ID: {number}")
    if given.keys() - known.keys():
        raise ValueError(f"Invalid filter specifier for {what} filter")
    for value in given.values():
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
    known.update(given)
    if what == "delta" and not 1 <= known["dist"] <= 256:
        raise LZMAError("Invalid or unsupported options")
    return number, known


def _chain(filters):
    """The last filter of a chain, and those before it as numbers for the codec."""
    read = [_filter(spec) for spec in filters]
    if len(read) > 4:
        raise ValueError("Too many filters - liblzma supports a maximum of 4")
    if not read or read[-1][0] not in (FILTER_LZMA1, FILTER_LZMA2):
        raise LZMAError("Invalid or unsupported options")
    before = []
    for number, options in read[:-1]:
        if number in (FILTER_LZMA1, FILTER_LZMA2):
            raise LZMAError("Invalid or unsupported options")
        before += [number, *options.values()]
    return read[-1], before


def _integer(value):
    """The value, which must be a number."""
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


class _Unpicklable:
    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '_lzma.{type(self).__name__}' object")


class LZMACompressor(_Unpicklable):
    """Compresses bytes part by part."""

    def __init__(self, format=FORMAT_XZ, check=-1, preset=None, filters=None):
        format, check = _integer(format), _integer(check)
        if preset is not None and not 0 <= _integer(preset) < 1 << 32:
            raise OverflowError("can't convert negative value to unsigned int" if preset < 0
                                else "Value too large for uint32_t type")
        if preset is not None and filters is not None:
            raise ValueError("Cannot specify both preset and filter chain")
        if format != FORMAT_XZ and check not in (-1, CHECK_NONE):
            raise ValueError("Integrity checks are only supported by FORMAT_XZ")
        if format not in (FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW):
            raise ValueError(f"Invalid container format: {format}")
        if check not in (-1, CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256):
            raise LZMAError("Unsupported integrity check")
        before = []
        if filters is not None:
            (number, options), before = _chain(filters)
        elif format == FORMAT_RAW:
            raise ValueError("Must specify filters for FORMAT_RAW")
        else:
            number = FILTER_LZMA1 if format == FORMAT_ALONE else FILTER_LZMA2
            options = _preset(PRESET_DEFAULT if preset is None else preset)
        if format == FORMAT_ALONE and (before or number != FILTER_LZMA1):
            raise ValueError("Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter")
        if format == FORMAT_XZ and number != FILTER_LZMA2:
            raise LZMAError("Invalid or unsupported options")
        kind = {FORMAT_XZ: 0, FORMAT_ALONE: 1}.get(format, 2 if number == FILTER_LZMA2 else 3)
        self._delta = None
        if format == FORMAT_RAW and before[:1] == [FILTER_DELTA] and len(before) == 2:
            # Without a container this filter is applied here.
            self._delta, before = _Delta(before[1]), []
        self._stream = _lzma_codec.encoder(kind, check, _numbers(options), before)

    def compress(self, data, /):
        """Give bytes to compress; what is ready comes back."""
        if self._delta is not None:
            data = self._delta.encode(data)
        return self._stream.compress(data)

    def flush(self):
        """End the stream; the rest of it comes back."""
        return self._stream.flush()


class _Delta:
    """Each byte becomes the difference to the one so many bytes before."""

    def __init__(self, distance):
        self._before = bytes(distance)

    def encode(self, data):
        data = bytes(data)
        before = self._before + data
        self._before = before[len(before) - len(self._before):]
        return bytes((new - old) & 255 for new, old in zip(data, before))


def _looks_alone(begin):
    """Whether this may be the header of a file .lzma, which has no mark of its own."""
    if begin[0] >= 225:
        return False
    if len(begin) >= 5:
        size = int.from_bytes(begin[1:5], "little")
        # Such a file names a power of two, or one and a half of it.
        power = size // 3 if size % 3 == 0 else size
        if size != 0xFFFFFFFF and (not size or power & power - 1):
            return False
    if len(begin) >= 13:
        size = int.from_bytes(begin[5:13], "little")
        return size == (1 << 64) - 1 or size < 1 << 38
    return True


class LZMADecompressor(_Unpicklable):
    """Decompresses bytes part by part."""

    _format = FORMAT_AUTO
    _memory = 0xFFFFFFFF
    _begin = b""
    _stream = None

    def __init__(self, format=FORMAT_AUTO, memlimit=None, filters=None):
        format = _integer(format)
        if memlimit is not None:
            memlimit = _integer(memlimit)
        if memlimit is not None and format == FORMAT_RAW:
            raise ValueError("Cannot specify memory limit with FORMAT_RAW")
        if format == FORMAT_RAW and filters is None:
            raise ValueError("Must specify filters for FORMAT_RAW")
        if format != FORMAT_RAW and filters is not None:
            raise ValueError("Cannot specify filters except with FORMAT_RAW")
        if format not in (FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW):
            raise ValueError(f"Invalid container format: {format}")
        self._memory = 0xFFFFFFFF if memlimit is None else memlimit >> 10
        self._format = format
        if format == FORMAT_RAW:
            (number, options), before = _chain(filters)
            kind = 2 if number == FILTER_LZMA2 else 3
            self._stream = _lzma_codec.decoder(kind, 0xFFFFFFFF, _numbers(options), before)
        elif format == FORMAT_ALONE:
            self._stream = _lzma_codec.decoder(1, self._memory, (), ())

    def _choose(self, data):
        """Find out by the first bytes which container this is; None while it cannot be told."""
        begin = self._begin = self._begin + bytes(memoryview(data))
        if not begin:
            return None
        if _XZ_MAGIC.startswith(begin[:6]):
            if len(begin) < 6:
                return None
            kind = 0
        elif self._format == FORMAT_XZ or not _looks_alone(begin):
            raise LZMAError("Input format not supported by decoder")
        elif len(begin) < 13:
            return None
        else:
            kind = 1
        self._stream = _lzma_codec.decoder(kind, self._memory, (), ())
        return begin

    def decompress(self, data, max_length=-1):
        """Compressed bytes as they were before, no more than are asked for."""
        if self.eof:
            raise EOFError("Already at end of stream")
        if self._stream is None:
            data = self._choose(data)
            if data is None:
                return b""
        return self._stream.decompress(data, max_length)

    @property
    def check(self):
        """The number of the container's check."""
        if self._stream is None:
            return CHECK_UNKNOWN
        return CHECK_NONE if self._format == FORMAT_ALONE else self._stream.check

    @property
    def eof(self):
        """Whether the compressed bytes are at their end."""
        return self._stream is not None and self._stream.eof

    @property
    def needs_input(self):
        """Whether there must be more before more can be given."""
        return self._stream is None or self._stream.needs_input

    @property
    def unused_data(self):
        """What stands behind the compressed bytes."""
        return b"" if self._stream is None else self._stream.unused_data


def _encode_filter_properties(filter, /):
    """The options of a filter as containers keep them."""
    number, options = _filter(filter)
    if number == FILTER_LZMA1:
        first = (options["pb"] * 5 + options["lp"]) * 9 + options["lc"]
        return bytes([first]) + options["dict_size"].to_bytes(4, "little")
    if number == FILTER_LZMA2:
        for code in range(41):
            if (2 | code & 1) << (code // 2 + 11) >= options["dict_size"]:
                return bytes([code])
        return bytes([40])
    if number == FILTER_DELTA:
        return bytes([options["dist"] - 1])
    start = options["start_offset"]
    return start.to_bytes(4, "little") if start else b""


def _decode_filter_properties(filter_id, encoded_props, /):
    """The options of a filter that a container keeps."""
    data = bytes(encoded_props)
    wrong = LZMAError("Invalid or unsupported options")
    if filter_id == FILTER_LZMA1:
        if len(data) != 5 or data[0] >= 225:
            raise wrong
        rest, lc = divmod(data[0], 9)
        pb, lp = divmod(rest, 5)
        return {"id": filter_id, "dict_size": int.from_bytes(data[1:], "little"), "lc": lc, "lp": lp, "pb": pb}
    if filter_id == FILTER_LZMA2:
        if len(data) != 1 or data[0] > 40:
            raise wrong
        size = 0xFFFFFFFF if data[0] == 40 else (2 | data[0] & 1) << (data[0] // 2 + 11)
        return {"id": filter_id, "dict_size": size}
    if filter_id == FILTER_DELTA:
        if len(data) != 1:
            raise wrong
        return {"id": filter_id, "dist": data[0] + 1}
    if filter_id in range(FILTER_X86, FILTER_SPARC + 1):
        if len(data) not in (0, 4):
            raise wrong
        start = int.from_bytes(data, "little")
        return {"id": filter_id, "start_offset": start} if start else {"id": filter_id}
    raise ValueError(f"Invalid filter ID: {filter_id}")
