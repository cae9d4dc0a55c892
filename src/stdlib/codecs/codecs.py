"""Codec registry, base classes of codecs, and streams that code."""

import _codecs
import builtins
from _codecs import (
    backslashreplace_errors,
    ignore_errors,
    lookup_error,
    namereplace_errors,
    register_error,
    replace_errors,
    strict_errors,
    xmlcharrefreplace_errors,
)
from _codecs_streams import Codec, StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
    "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
    "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
    "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
    "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
    "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
    "namereplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE, BOM32_BE = BOM_UTF16_LE, BOM_UTF16_BE
BOM64_LE, BOM64_BE = BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
    """What a search function tells of an encoding."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.encode, self.decode = self[:2]
        self.streamreader, self.streamwriter = self[2:]
        self.name, self.incrementalencoder, self.incrementaldecoder = name, incrementalencoder, incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} object for encoding {self.name} at {id(self):#x}>"

    def __reduce_ex__(self, protocol):
        state = {name: value for name, value in vars(self).items() if name != "_is_text_encoding"}
        made = _codec_info, (*self, self._is_text_encoding)
        return (*made, state)


def _codec_info(encode, decode, streamreader, streamwriter, is_text_encoding):
    return CodecInfo(encode, decode, streamreader, streamwriter, _is_text_encoding=is_text_encoding)


class IncrementalEncoder:
    """Encodes an input in multiple steps."""

    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def reset(self):
        """Be as new."""

    def encode(self, input, final=False):
        """What is known of the result after this part of the input."""
        raise NotImplementedError

    def getstate(self):
        """What is kept between two calls, as a number."""
        return 0

    def setstate(self, state):
        """Go on where getstate() was asked."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An incremental encoder that keeps what it could not encode yet."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        text = self.buffer + input
        result, taken = self._buffer_encode(text, self.errors, final)
        self.buffer = text[taken:]
        return result

    def reset(self):
        super().reset()
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes an input in multiple steps."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        """What is known of the text after this part of the input."""
        raise NotImplementedError

    def reset(self):
        """Be as new."""

    def getstate(self):
        """What is kept between two calls: bytes, and a number."""
        return b"", 0

    def setstate(self, state):
        """Go on where getstate() was asked."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """An incremental decoder that keeps the bytes of a character whose end is missing."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, taken = self._buffer_decode(data, self.errors, final)
        self.buffer = data[taken:]
        return result

    def reset(self):
        super().reset()
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


# The registry.

_search_functions = []
_cache = {}


def register(search_function, /):
    """Register a codec search function."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_functions.append(search_function)


def unregister(search_function, /):
    """Ask a search function no more, and forget what was found."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _cache.clear()


def lookup(encoding, /):
    """What is known of an encoding."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    if "\0" in encoding:
        raise ValueError("embedded null character")
    name = _joined_words(encoding).lower()
    try:
        return _cache[name]
    except KeyError:
        pass
    for search in [_builtin, *_search_functions]:
        found = search(name)
        if found is None:
            continue
        if not isinstance(found, tuple) or len(found) != 4:
            raise TypeError("codec search functions must return 4-tuples")
        _cache[name] = found
        return found
    raise LookupError(f"unknown encoding: {encoding}")


def _joined_words(encoding):
    """The letters, digits and dots of a name, with an underscore for what is between them."""
    return "_".join("".join(c if c.isascii() and (c.isalnum() or c == ".") else " " for c in encoding).split())


def _is_known(encoding):
    try:
        lookup(encoding)
    except LookupError:
        return False
    return True


def _noted(error, what, encoding):
    error.add_note(f"{what} with '{encoding}' codec failed")
    return error


def _code(function, what, input, encoding, errors):
    try:
        result = function(input, errors) if errors is not None else function(input)
    except Exception as error:
        _noted(error, what, encoding)
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        # The reference leaves out a blank in one of them.
        raise TypeError("encoder must return a tuple (object, integer)" if what == "encoding"
                        else "decoder must return a tuple (object,integer)")
    return result[0]


def encode(obj, encoding="utf-8", errors="strict"):
    """What the encoder of an encoding makes of obj."""
    return _code(lookup(encoding)[0], "encoding", obj, encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """What the decoder of an encoding makes of obj."""
    return _code(lookup(encoding)[1], "decoding", obj, encoding, errors)


def _text_codec(encoding, function):
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"'{encoding}' is not a text encoding; use {function} to handle arbitrary codecs")
    return info


def _encode_text(text, encoding, errors):
    """What str.encode gives by a codec that is not built in."""
    info = _text_codec(encoding, "codecs.encode()")
    data = _code(info[0], "encoding", text, encoding, errors)
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"'{encoding}' encoder returned '{type(data).__name__}' instead of 'bytes'; "
                        "use codecs.encode() to encode to arbitrary types")
    return bytes(data)


def _decode_text(data, encoding, errors):
    """What bytes.decode gives by a codec that is not built in."""
    info = _text_codec(encoding, "codecs.decode()")
    text = _code(info[1], "decoding", data, encoding, errors)
    if not isinstance(text, str):
        raise TypeError(f"'{encoding}' decoder returned '{type(text).__name__}' instead of 'str'; "
                        "use codecs.decode() to decode to arbitrary types")
    return text


def _part_of_codec(name, doc):
    """A function that looks a codec up and gives a part of it, if it has that."""
    def find(encoding):
        part = getattr(lookup(encoding), name)
        if part is None and name.startswith("incremental"):
            raise LookupError(encoding)
        return part

    find.__name__ = find.__qualname__ = f"get{name.removeprefix('stream')}"
    find.__doc__ = doc
    return find


getincrementalencoder = _part_of_codec("incrementalencoder", "The class that encodes a text part by part.")
getincrementaldecoder = _part_of_codec("incrementaldecoder", "The class that decodes bytes part by part.")
getreader = _part_of_codec("streamreader", "The class that reads an encoded stream.")
getwriter = _part_of_codec("streamwriter", "The class that writes an encoded stream.")


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding).decode


def _parts(code, iterator, end):
    """What a codec gives for one part after the other and at the end, where that is anything."""
    yield from filter(None, map(code, iterator))
    if last := code(end, True):
        yield last


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encode texts one after the other as parts of one."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    yield from _parts(encoder.encode, iterator, "")


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decode pieces of bytes one after the other as parts of one text."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    yield from _parts(decoder.decode, iterator, b"")


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open an encoded file using the given mode and return a wrapped version that codes."""
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        codec = lookup(encoding)
        stream = StreamReaderWriter(file, codec.streamreader, codec.streamwriter, errors)
    except BaseException:
        file.close()
        raise
    stream.encoding = encoding
    return stream


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A stream of bytes in one encoding, seen as bytes in another."""
    if file_encoding is None:
        file_encoding = data_encoding
    data, inner = lookup(data_encoding), lookup(file_encoding)
    stream = StreamRecoder(file, data.encode, data.decode, inner.streamreader, inner.streamwriter, errors)
    stream.data_encoding = data_encoding
    stream.file_encoding = file_encoding
    return stream


def make_identity_dict(rng):
    """Each of the elements as its own meaning."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The opposite of a decoding map; what several bytes mean cannot be encoded."""
    encoding_map = {}
    for byte, meaning in decoding_map.items():
        encoding_map[meaning] = None if meaning in encoding_map else byte
    return encoding_map


# The codecs that are built in.

def _plain(name):
    """The functions that code the whole of a text by the encoding called name."""

    def encode(input, errors="strict", /):
        return _codecs.encode_text(input, name, errors), len(input)

    def decode(input, errors="strict", final=False, /):
        return _codecs.decode_bytes(input, name, errors, final)

    short = name.replace("-", "_")
    encode.__name__ = encode.__qualname__ = f"{short}_encode"
    decode.__name__ = decode.__qualname__ = f"{short}_decode"
    return encode, decode


def _whole(decode):
    """A decoder that is never given the rest later."""

    def decode_whole(input, errors="strict"):
        return decode(input, errors, True)

    return decode_whole


utf_8_encode, utf_8_decode = _plain("utf-8")
utf_16_le_encode, utf_16_le_decode = _plain("utf-16-le")
utf_16_be_encode, utf_16_be_decode = _plain("utf-16-be")
utf_32_le_encode, utf_32_le_decode = _plain("utf-32-le")
utf_32_be_encode, utf_32_be_decode = _plain("utf-32-be")
latin_1_encode, latin_1_decode = _plain("latin-1")
ascii_encode, ascii_decode = _plain("ascii")


def _marked(name, little, big, size):
    """The functions of an encoding that begins with a mark of the order of its bytes."""
    little_encode, little_decode = _plain(little)
    big_encode, big_decode = _plain(big)
    whole, _ = _plain(name)
    marks = (BOM_UTF16_LE, BOM_UTF16_BE) if size == 2 else (BOM_UTF32_LE, BOM_UTF32_BE)

    def encode(input, errors="strict", byteorder=0, /):
        chosen = whole if byteorder == 0 else little_encode if byteorder < 0 else big_encode
        return chosen(input, errors)

    def decode_ex(input, errors="strict", byteorder=0, final=False, /):
        data, skipped = _data(input), 0
        if byteorder == 0:
            if len(data) < size and not final:
                return "", 0, 0
            mark = data[:size]
            if mark in marks:
                byteorder, skipped = (-1 if mark == marks[0] else 1), size
        if byteorder == 0 and final and len(data) < size and data:
            _codecs.decode_bytes(data, name, errors, True)
        chosen = big_decode if byteorder > 0 else little_decode
        try:
            text, taken = chosen(data[skipped:], errors, final)
        except UnicodeDecodeError as error:
            start, end = error.start + skipped, error.end + skipped
            raise UnicodeDecodeError(error.encoding, data, start, end, error.reason) from None
        return text, taken + skipped, byteorder

    def decode(input, errors="strict", final=False, /):
        return decode_ex(input, errors, 0, final)[:2]

    return encode, decode, decode_ex


utf_16_encode, utf_16_decode, utf_16_ex_decode = _marked("utf-16", "utf-16-le", "utf-16-be", 2)
utf_32_encode, utf_32_decode, utf_32_ex_decode = _marked("utf-32", "utf-32-le", "utf-32-be", 4)


def _data(object):
    """The bytes of an object that lends some."""
    if isinstance(object, bytes):
        return object
    try:
        return bytes(memoryview(object))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(object).__name__}'") from None


def readbuffer_encode(data, errors="strict", /):
    """The bytes of a string or of a buffer."""
    data = data.encode() if isinstance(data, str) else _data(data)
    return data, len(data)


def charmap_encode(input, errors="strict", mapping=None, /):
    """Encodes each character by a mapping from code points to bytes."""
    if mapping is None:
        return latin_1_encode(input, errors)
    out = []
    at = 0
    while at < len(input):
        byte = _charmap_byte(mapping, input[at])
        if byte is not None:
            out.append(byte)
            at += 1
            continue
        end = at + 1
        while end < len(input) and _charmap_byte(mapping, input[end]) is None:
            end += 1
        error = UnicodeEncodeError("charmap", input, at, end, "character maps to <undefined>")
        replacement, at = _handled(error, errors, len(input))
        if isinstance(replacement, bytes):
            out.append(replacement)
            continue
        for character in replacement:
            byte = _charmap_byte(mapping, character)
            if byte is None:
                raise error
            out.append(byte)
    return b"".join(out), len(input)


def _charmap_byte(mapping, character):
    try:
        found = mapping[ord(character)]
    except LookupError:
        return None
    if found is None or isinstance(found, bytes):
        return found
    if isinstance(found, int):
        if not 0 <= found < 256:
            raise TypeError("character mapping must be in range(256)")
        return bytes((found,))
    raise TypeError(f"character mapping must return integer, bytes or None, not {type(found).__name__}")


def charmap_decode(input, errors="strict", mapping=None, /):
    """Decodes each byte by a mapping from bytes to code points or strings."""
    if mapping is None:
        return latin_1_decode(input, errors, True)
    data = _data(input)
    out = []
    at = 0
    while at < len(data):
        try:
            found = mapping[data[at]]
        except LookupError:
            found = None
        if isinstance(found, int):
            if not 0 <= found < 0x110000:
                raise TypeError("character mapping must be in range(0x110000)")
            found = chr(found)
        elif found is not None and not isinstance(found, str):
            raise TypeError("character mapping must return integer, None or str")
        if found is None or found == "\ufffe":
            error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
            found, at, data = _handled_bytes(error, errors)
        else:
            at += 1
        out.append(found)
    return "".join(out), len(data)


def charmap_build(map, /):
    """The mapping that encodes what the string map decodes."""
    return {ord(character): byte for byte, character in enumerate(map)}


def _handled(error, errors, length):
    """What the error handler called errors gives: a replacement and where to go on in a text of that length."""
    replacement, place = _answer(error, errors)
    return replacement, _placed(place, length)


def _handled_bytes(error, errors):
    """The same for bytes, and those to go on with: the handler may have put others into the error."""
    replacement, place = _answer(error, errors)
    data = error.object
    if not isinstance(data, bytes):
        raise TypeError("object attribute must be bytes")
    return replacement, _placed(place, len(data)), data


def _answer(error, errors):
    answer = lookup_error(errors or "strict")(error)
    coding = isinstance(error, UnicodeEncodeError)
    if not (isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[1], int)
            and isinstance(answer[0], (str, bytes) if coding else str)):
        raise TypeError("encoding error handler must return (str/bytes, int) tuple" if coding
                        else "decoding error handler must return (str, int) tuple")
    return answer


def _placed(place, length):
    at = place + length if place < 0 else place
    if not 0 <= at <= length:
        raise IndexError(f"position {place} from error handler out of bounds")
    return at


def _classes(encode, decode, buffered=True, kind=str):
    """The incremental coders and the streams of two functions; kind is what decoding gives."""

    class IncrementalEncoder_(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class IncrementalDecoder_(BufferedIncrementalDecoder if buffered else IncrementalDecoder):
        if buffered:
            def _buffer_decode(self, input, errors, final):
                return decode(input, errors, final)
        else:
            def decode(self, input, final=False):
                return decode(input, self.errors)[0]

    class StreamWriter_(StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

    class StreamReader_(StreamReader):
        charbuffertype = kind

        def decode(self, input, errors="strict"):
            return decode(input, errors, False) if buffered else decode(input, errors)

    return StreamReader_, StreamWriter_, IncrementalEncoder_, IncrementalDecoder_


def _once(encode, plain):
    """Coders that write a mark before the first text only."""

    class IncrementalEncoder_(IncrementalEncoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.begun = False

        def encode(self, input, final=False):
            if not self.begun:
                self.begun = True
                return encode(input, self.errors)[0]
            return plain(input, self.errors)[0]

        def reset(self):
            super().reset()
            self.begun = False

        def getstate(self):
            return 0 if self.begun else 2

        def setstate(self, state):
            self.begun = state == 0

    class StreamWriter_(StreamWriter):
        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self.begun = False

        def encode(self, input, errors="strict"):
            chosen = plain if self.begun else encode
            self.begun = True
            return chosen(input, errors)

        def reset(self):
            super().reset()
            self.begun = False

    return IncrementalEncoder_, StreamWriter_


def _ordered_decoders(name, decode_ex, size):
    """Decoders that remember the order of bytes that the mark told."""

    def told(data, taken, order):
        if order == 0 and taken >= size:
            raise UnicodeDecodeError(name, data, 0, size, "Stream does not start with BOM")
        return order

    class IncrementalDecoder_(BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.order = 0

        def _buffer_decode(self, input, errors, final):
            text, taken, order = decode_ex(input, errors, self.order, final)
            self.order = told(input, taken, order)
            return text, taken

        def reset(self):
            super().reset()
            self.order = 0

        def getstate(self):
            # 0: as this machine, 1: the other order, 2: not told yet.
            return self.buffer, {0: 2, -1: 0, 1: 1}[self.order]

        def setstate(self, state):
            self.buffer, order = state
            self.order = {2: 0, 0: -1, 1: 1}[order]

    class StreamReader_(StreamReader):
        order = 0

        def decode(self, input, errors="strict"):
            text, taken, order = decode_ex(input, errors, self.order, False)
            self.order = told(input, taken, order)
            return text, taken

        def reset(self):
            super().reset()
            self.order = 0

    return IncrementalDecoder_, StreamReader_


def _utf_8_sig():
    def encode(input, errors="strict"):
        return BOM_UTF8 + utf_8_encode(input, errors)[0], len(input)

    def decode(input, errors="strict"):
        data = _data(input)
        skipped = 3 if data.startswith(BOM_UTF8) else 0
        text, taken = utf_8_decode(data[skipped:], errors, True)
        return text, taken + skipped

    class IncrementalDecoder_(BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.first = 1

        def _buffer_decode(self, input, errors, final):
            skipped = 0
            if self.first:
                if len(input) < 3 and BOM_UTF8.startswith(input):
                    return "", 0
                self.first = 0
                skipped = 3 if input[:3] == BOM_UTF8 else 0
            text, taken = utf_8_decode(input[skipped:], errors, final)
            return text, taken + skipped

        def reset(self):
            super().reset()
            self.first = 1

        def getstate(self):
            return self.buffer, self.first

        def setstate(self, state):
            self.buffer, self.first = state

    class StreamReader_(StreamReader):
        begun = False

        def decode(self, input, errors="strict"):
            if not self.begun:
                if len(input) < 3 and BOM_UTF8.startswith(input):
                    return "", 0
                self.begun = True
                if input[:3] == BOM_UTF8:
                    text, taken = utf_8_decode(input[3:], errors)
                    return text, taken + 3
            return utf_8_decode(input, errors)

        def reset(self):
            super().reset()
            self.begun = False

    encoder, writer = _once(encode, utf_8_encode)
    return CodecInfo(encode, decode, StreamReader_, writer, encoder, IncrementalDecoder_, "utf-8-sig")


def _module_name(codec):
    """The module in `encodings` that a codec of that name has in the reference."""
    if codec in ("hex", "base64", "zlib", "bz2", "uu", "quopri"):
        return f"{codec}_codec"
    return "latin_1" if codec == "iso8859-1" else codec.replace("-", "_")


def _at_home(info):
    """Names the parts of a codec after its module in `encodings`, where they are found again."""
    module = f"encodings.{_module_name(info.name)}"
    parts = {"IncrementalEncoder": info.incrementalencoder, "IncrementalDecoder": info.incrementaldecoder,
             "StreamReader": info.streamreader, "StreamWriter": info.streamwriter}
    if info.name == "idna":
        return info
    for function, name in (info.encode, "encode"), (info.decode, "decode"):
        # The functions that `codecs` itself has are found there.
        if function.__module__ != __name__ or "<locals>" in function.__qualname__:
            parts[name] = function
    for name, part in parts.items():
        part.__module__ = module
        part.__name__ = part.__qualname__ = name
    return info


def _builtin(name):
    """The search function of the codecs that are built in."""
    known = _codecs.known(name)
    if known is None:
        from _codecs_other import known as known_other
        known = known_other(name)
    if known not in _made:
        _made[known] = known and _at_home(_native_codec(known) or _other_codec(known))
    return _made[known]


# The codecs that are built in and were asked for, by their own names.
_made = {}


def _other_codec(known):
    from _codecs_other import codec
    return codec(known)


def _native_codec(known):
    """The codec of that name if it is native."""
    if _codecs.known(known) is None:
        return None
    if known == "utf-8-sig":
        return _utf_8_sig()
    if known in ("utf-16", "utf-32"):
        wide = known == "utf-32"
        encode, decode, decode_ex = (
            (utf_32_encode, utf_32_decode, utf_32_ex_decode) if wide
            else (utf_16_encode, utf_16_decode, utf_16_ex_decode))
        mark = BOM_UTF32 if wide else BOM_UTF16
        encoder, writer = _once(encode, utf_32_le_encode if wide else utf_16_le_encode)
        decoder, reader = _ordered_decoders(known, decode_ex, len(mark))
        return CodecInfo(encode, _whole(decode), reader, writer, encoder, decoder, known)
    simple = {"utf-8": (utf_8_encode, utf_8_decode), "ascii": (ascii_encode, ascii_decode),
              "iso8859-1": (latin_1_encode, latin_1_decode)}
    encode, decode = simple.get(known) or _plain(known)
    reader, writer, encoder, decoder = _classes(encode, decode)
    return CodecInfo(encode, _whole(decode), reader, writer, encoder, decoder, known)


def __getattr__(name):
    # The functions of codecs that are looked up rarely.
    if name.endswith(("_encode", "_decode")):
        import _codecs_other
        if hasattr(_codecs_other, name):
            return getattr(_codecs_other, name)
    raise AttributeError(f"module 'codecs' has no attribute '{name}'")
