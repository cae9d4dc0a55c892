"""Codecs that are looked up rarely: escapes, UTF-7, punycode, and those from bytes to bytes."""

import _codecs
import codecs
from codecs import CodecInfo, _classes, _data, _handled_bytes

_SIMPLE = {"\\": "\\", "'": "'", '"': '"', "b": "\b", "f": "\f", "t": "\t", "n": "\n", "r": "\r", "v": "\v", "a": "\a"}
_DIGITS = frozenset(b"0123456789abcdefABCDEF")
_OCTAL = frozenset(b"01234567")


def unicode_escape_encode(input, errors="strict", /):
    """The string as it would be written between quotes."""
    if not isinstance(input, str):
        raise TypeError(f"unicode_escape_encode() argument 1 must be str, not {type(input).__name__}")
    named = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
    out = []
    for character in input:
        code = ord(character)
        if character in named:
            out.append(named[character])
        elif 32 <= code < 127:
            out.append(character)
        elif code < 0x100:
            out.append(f"\\x{code:02x}")
        elif code < 0x10000:
            out.append(f"\\u{code:04x}")
        else:
            out.append(f"\\U{code:08x}")
    return "".join(out).encode("ascii"), len(input)


def unicode_escape_decode(input, errors="strict", final=True, /):
    """The string that is written with escapes."""
    return _decode_escapes(input, errors, final, "unicodeescape", _escape)


def raw_unicode_escape_encode(input, errors="strict", /):
    """The string with escapes for what is not Latin-1."""
    if not isinstance(input, str):
        raise TypeError(f"raw_unicode_escape_encode() argument 1 must be str, not {type(input).__name__}")
    out = []
    for character in input:
        code = ord(character)
        if code < 0x100:
            out.append(bytes((code,)))
        elif code < 0x10000:
            out.append(b"\\u%04x" % code)
        else:
            out.append(b"\\U%08x" % code)
    return b"".join(out), len(input)


def raw_unicode_escape_decode(input, errors="strict", final=True, /):
    """The string of Latin-1 and \\u escapes."""
    return _decode_escapes(input, errors, final, "rawunicodeescape", _raw_escape)


def _decode_escapes(input, errors, final, name, escape):
    data = input.encode("utf-8") if isinstance(input, str) else _data(input)
    out = []
    at = 0
    invalid = None
    while at < len(data):
        slash = data.find(b"\\", at)
        if slash < 0:
            out.append(data[at:].decode("latin-1"))
            at = len(data)
            break
        out.append(data[at:slash].decode("latin-1"))
        text, at, reason = escape(data, slash, final)
        if reason == "more":
            return "".join(out), slash
        if reason == "invalid":
            invalid = invalid or data[slash:at].decode("latin-1")
        elif reason is not None:
            text, at, data = _handled_bytes(UnicodeDecodeError(name, data, slash, at, reason), errors)
        out.append(text)
    if invalid is not None:
        import warnings
        kind = "octal escape" if len(invalid) > 2 else "escape"
        warnings.warn(f"invalid {kind} sequence '{invalid}'", DeprecationWarning, 2)
    return "".join(out), len(data)


def _numbered(data, slash, count, reason, final):
    """The character whose code has count digits behind the letter."""
    at = slash + 2
    while at < len(data) and at < slash + 2 + count and data[at] in _DIGITS:
        at += 1
    if at < slash + 2 + count:
        if at == len(data) and not final:
            return "", slash, "more"
        return "", at, reason
    code = int(data[slash + 2:at], 16)
    if code > 0x10FFFF:
        return "", at, "illegal Unicode character" if count == 8 else reason
    return chr(code), at, None


def _escape(data, slash, final):
    if slash + 1 == len(data):
        return ("", slash, "more") if not final else ("", len(data), "\\ at end of string")
    letter = chr(data[slash + 1])
    if letter in _SIMPLE:
        return _SIMPLE[letter], slash + 2, None
    if letter == "\n":
        return "", slash + 2, None
    if data[slash + 1] in _OCTAL:
        at = slash + 2
        while at < len(data) and at < slash + 4 and data[at] in _OCTAL:
            at += 1
        code = int(data[slash + 1:at], 8)
        return chr(code), at, "invalid" if code > 0o377 else None
    if letter == "x":
        return _numbered(data, slash, 2, "truncated \\xXX escape", final)
    if letter == "u":
        return _numbered(data, slash, 4, "truncated \\uXXXX escape", final)
    if letter == "U":
        return _numbered(data, slash, 8, "truncated \\UXXXXXXXX escape", final)
    if letter == "N":
        return _named(data, slash, final)
    return "\\" + letter, slash + 2, "invalid"


def _named(data, slash, final):
    at = slash + 2
    if at < len(data) and data[at] == 0x7B:
        end = data.find(b"}", at)
        if end < 0:
            if not final:
                return "", slash, "more"
            at = len(data)
        elif end > at + 1:
            named = _codecs.character_named(data[at + 1:end].decode("latin-1"))
            return named or "", end + 1, None if named else "unknown Unicode character name"
        else:
            at += 1
    elif at == len(data) and not final:
        return "", slash, "more"
    return "", at, "malformed \\N character escape"


def _raw_escape(data, slash, final):
    end = slash
    while end < len(data) and data[end] == 0x5C:
        end += 1
    if end == len(data) and not final and (end - slash) % 2:
        return "", slash, "more"
    # Only a letter behind an odd number of backslashes makes an escape.
    if end < len(data) and (end - slash) % 2 and data[end] in b"uU":
        if end - slash > 1:
            return "\\" * (end - slash - 1), end - 1, None
        wide = data[end] == 0x55
        reason = "truncated \\UXXXXXXXX escape" if wide else "truncated \\uXXXX escape"
        text, at, fault = _numbered(data, slash, 8 if wide else 4, reason, final)
        if fault == "illegal Unicode character":
            fault = "\\Uxxxxxxxx out of range"
        return text, at, fault
    return "\\" * (end - slash), end, None


def escape_encode(data, errors="strict", /):
    """Bytes as they would be written between quotes."""
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    named = {92: b"\\\\", 39: b"\\'", 9: b"\\t", 10: b"\\n", 13: b"\\r"}
    out = [named.get(byte) or (bytes((byte,)) if 32 <= byte < 127 else b"\\x%02x" % byte) for byte in data]
    return b"".join(out), len(data)


def escape_decode(data, errors="strict", /):
    """The bytes that are written with escapes."""
    data = data.encode() if isinstance(data, str) else _data(data)
    errors = errors or "strict"
    out = bytearray()
    at = 0
    while at < len(data):
        slash = data.find(b"\\", at)
        if slash < 0:
            out += data[at:]
            break
        out += data[at:slash]
        at = slash + 2
        if at > len(data):
            raise ValueError("Trailing \\ in string")
        letter = chr(data[slash + 1])
        if letter in _SIMPLE:
            out += _SIMPLE[letter].encode()
        elif data[slash + 1] in _OCTAL:
            while at < len(data) and at < slash + 4 and data[at] in _OCTAL:
                at += 1
            code = int(data[slash + 1:at], 8)
            if code > 0o377:
                import warnings
                warnings.warn(f"invalid octal escape sequence '\\{code:o}'", DeprecationWarning, 2)
            out.append(code & 255)
        elif letter == "x":
            digits = data[at:at + 2]
            if len(digits) == 2 and all(digit in _DIGITS for digit in digits):
                out.append(int(digits, 16))
                at += 2
            else:
                if errors == "strict":
                    raise ValueError(f"invalid \\x escape at position {slash}")
                if errors == "replace":
                    out += b"?"
                elif errors != "ignore":
                    raise ValueError(f"decoding error; unknown error handling code: {errors}")
                if digits[:1] and digits[0] in _DIGITS:
                    at += 1
        elif letter != "\n":
            import warnings
            warnings.warn(f"invalid escape sequence '\\{letter}'", DeprecationWarning, 2)
            out += data[slash:at]
    return bytes(out), len(data)


# UTF-7.

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {ord(character): value for value, character in enumerate(_BASE64)}
_DIRECT = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                    b"'(),-./:? \t\n\r" b"!\"#$%&*;<=>@[]^_`{|}")


def utf_7_encode(input, errors="strict", /):
    """The string in ASCII, runs of other characters in modified base64."""
    out = []
    bits = count = 0
    shifted = False
    for character in input:
        code = ord(character)
        direct = code in _DIRECT
        if shifted and direct:
            if count:
                out.append(_BASE64[bits << (6 - count) & 63])
                bits = count = 0
            shifted = False
            if code in _VALUES or character == "-":
                out.append("-")
        elif not shifted and not direct:
            if character == "+":
                out.append("+-")
                continue
            shifted = True
            out.append("+")
        if not shifted:
            out.append(character)
            continue
        units = (code,) if code < 0x10000 else (0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF))
        for unit in units:
            bits = bits << 16 | unit
            count += 16
            while count >= 6:
                count -= 6
                out.append(_BASE64[bits >> count & 63])
            bits &= (1 << count) - 1
    if shifted:
        if count:
            out.append(_BASE64[bits << (6 - count) & 63])
        out.append("-")
    return "".join(out).encode("ascii"), len(input)


class _Shifted:
    """A run of base64 in UTF-7: the bits that make no unit yet, and a high surrogate that waits for its other half."""

    def __init__(self, start, given):
        self.start = start
        self.given = given
        self.bits = self.count = self.high = 0

    def take(self, value):
        """The text that six bits more complete."""
        self.bits = self.bits << 6 | value
        self.count += 6
        if self.count < 16:
            return ""
        self.count -= 16
        unit = self.bits >> self.count
        self.bits &= (1 << self.count) - 1
        high, self.high = self.high, 0
        if high and 0xDC00 <= unit < 0xE000:
            return chr(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00))
        text = chr(high) if high else ""
        if 0xD800 <= unit < 0xDC00:
            self.high = unit
            return text
        return text + chr(unit)

    def fault(self):
        """What is wrong with the bits that are left at its end."""
        if self.count >= 6:
            return "partial character in shift sequence"
        return "non-zero padding bits in shift sequence" if self.bits else None


def _utf_7_direct(data, at):
    """What stands outside of base64: its text, where it ends, and what is wrong; None for a text where base64 begins."""
    byte = data[at]
    if byte != 0x2B:
        return (chr(byte), at + 1, None) if byte < 0x80 else ("", at + 1, "unexpected special character")
    if at + 1 == len(data) or data[at + 1] in _VALUES:
        return None, at + 1, None
    return ("+", at + 2, None) if data[at + 1] == 0x2D else ("", at + 2, "ill-formed sequence")


def utf_7_decode(input, errors="strict", final=False, /):
    """The string that is written in ASCII and modified base64."""
    data = _data(input)
    out = []
    at = 0
    run = None
    while at < len(data) or run:
        start, fault = at, None
        if run is None:
            text, at, fault = _utf_7_direct(data, at)
            if text is None:
                run = _Shifted(start, len(out))
                continue
            out.append(text)
        elif at == len(data):
            if not final:
                del out[run.given:]
                return "".join(out), run.start
            if run.high or run.fault():
                start, fault = run.start, "unterminated shift sequence"
            run = None
        elif data[at] in _VALUES:
            out.append(run.take(_VALUES[data[at]]))
            at += 1
        else:
            start, fault = run.start, run.fault()
            byte = data[at]
            if run.high and not fault and byte < 0x80 and byte != 0x2B:
                out.append(chr(run.high))
            if fault or byte == 0x2D:
                at += 1
            run = None
        if fault:
            text, at, data = _handled_bytes(UnicodeDecodeError("utf7", data, start, at, fault), errors)
            out.append(text)
    return "".join(out), len(data)


# Punycode.

def _adapt(delta, first, count):
    delta = delta // 700 if first else delta // 2
    delta += delta // count
    steps = 0
    while delta > 455:
        delta //= 35
        steps += 36
    return steps + 36 * delta // (delta + 38)


def _punycode_encode(input, errors="strict"):
    basic = "".join(character for character in input if ord(character) < 128)
    out = [basic + "-" if basic else ""]
    handled = len(basic)
    code, delta, bias, first = 128, 0, 72, True
    while handled < len(input):
        least = min(ord(character) for character in input if ord(character) >= code)
        delta += (least - code) * (handled + 1)
        code = least
        for character in input:
            if ord(character) < code:
                delta += 1
            elif ord(character) == code:
                rest, step = delta, 36
                while True:
                    threshold = min(max(step - bias, 1), 26)
                    if rest < threshold:
                        break
                    digit = threshold + (rest - threshold) % (36 - threshold)
                    out.append("abcdefghijklmnopqrstuvwxyz0123456789"[digit])
                    rest = (rest - threshold) // (36 - threshold)
                    step += 36
                out.append("abcdefghijklmnopqrstuvwxyz0123456789"[rest])
                handled += 1
                bias = _adapt(delta, first, handled)
                delta, first = 0, False
        delta += 1
        code += 1
    return "".join(out).encode("ascii"), len(input)


def _punycode_decode(input, errors="strict"):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError(f"Unsupported error handling: {errors}")
    data = _data(input)
    split = data.rfind(b"-")
    basic, extended = (data[:split], data[split + 1:]) if split >= 0 else (b"", data)
    try:
        text = list(basic.decode("ascii", errors))
    except UnicodeDecodeError as error:
        raise UnicodeDecodeError("ascii", data, error.start, error.end, error.reason) from None
    code, at, bias, first = 128, 0, 72, True
    place = 0
    offset = split + 1
    while place < len(extended):
        value, weight, step = 0, 1, 36
        while True:
            if place == len(extended):
                if errors == "strict":
                    raise UnicodeDecodeError("punycode", data, len(data), len(data) + 1, "incomplete punycode string")
                return "".join(text), len(data)
            digit = extended[place:place + 1].lower()
            place += 1
            if b"a" <= digit <= b"z":
                number = digit[0] - 97
            elif digit.isdigit():
                number = digit[0] - 22
            elif errors == "strict":
                where = offset + place - 1
                raise UnicodeDecodeError("punycode", data, where, where + 1,
                                         f"Invalid extended code point '{extended[place - 1]}'")
            else:
                return "".join(text), len(data)
            threshold = min(max(step - bias, 1), 26)
            value += number * weight
            if number < threshold:
                break
            weight *= 36 - threshold
            step += 36
        at += value
        code += at // (len(text) + 1)
        at %= len(text) + 1
        if code > 0x10FFFF:
            if errors == "strict":
                raise UnicodeDecodeError("punycode", data, offset, offset + place,
                                         f"Invalid character U+{code:x}")
            code = ord("?")
        text.insert(at, chr(code))
        bias = _adapt(value, first, len(text))
        first = False
        at += 1
    return "".join(text), len(data)


# From bytes to bytes, and rot13.

def _rot13(input, errors="strict"):
    upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    turned = upper[13:] + upper[:13]
    table = str.maketrans(upper + upper.lower(), turned + turned.lower())
    return input.translate(table), len(input)


def _of_bytes(make):
    """A coder from bytes to bytes that handles no errors."""

    def function(input, errors="strict"):
        if errors != "strict":
            raise AssertionError
        return make(_data(input)), len(input)

    return function


def _by_module(module, name):
    """A coder by a function of a module, which is imported when it is needed."""
    return _of_bytes(lambda data: getattr(__import__(module), name)(data))


def _uu_encode(data):
    from binascii import b2a_uu
    lines = [b2a_uu(data[at:at + 45]) for at in range(0, len(data), 45)]
    return b"begin 666 <data>\n" + b"".join(lines) + b" \nend\n"


def _uu_decode(data):
    from binascii import Error, a2b_uu
    lines = iter(data.splitlines(keepends=True))
    if not any(line.startswith(b"begin") for line in lines):
        raise ValueError('Missing "begin" line in input data')
    out = []
    for line in lines:
        if line.strip() == b"end":
            return b"".join(out)
        try:
            out.append(a2b_uu(line))
        except Error:
            # Some encoders write more than the length at the beginning of the line counts.
            length = ((line[0] - 32) & 63) * 4 + 5
            out.append(a2b_uu(line[:length // 3]))
    raise ValueError("Truncated input data")


def _quopri_encode(data):
    from binascii import b2a_qp
    return b2a_qp(data, quotetabs=True)


_BYTES = {
    "hex": (_by_module("binascii", "b2a_hex"), _by_module("binascii", "a2b_hex")),
    "base64": (_by_module("base64", "encodebytes"), _by_module("base64", "decodebytes")),
    "zlib": (_by_module("zlib", "compress"), _by_module("zlib", "decompress")),
    "bz2": (_by_module("bz2", "compress"), _by_module("bz2", "decompress")),
    "uu": (_of_bytes(_uu_encode), _of_bytes(_uu_decode)),
    "quopri": (_of_bytes(_quopri_encode), _by_module("binascii", "a2b_qp")),
}

_TEXT = {
    "unicode-escape": (unicode_escape_encode, unicode_escape_decode, True),
    "raw-unicode-escape": (raw_unicode_escape_encode, raw_unicode_escape_decode, True),
    "utf-7": (utf_7_encode, utf_7_decode, True),
    "punycode": (_punycode_encode, _punycode_decode, False),
}

def _never(input, errors="strict"):
    raise UnicodeError("undefined encoding")


_ALIASES = {
    "undefined": "undefined",
    "unicode_escape": "unicode-escape", "unicodeescape": "unicode-escape",
    "raw_unicode_escape": "raw-unicode-escape", "rawunicodeescape": "raw-unicode-escape",
    "utf_7": "utf-7", "utf7": "utf-7", "u7": "utf-7", "unicode_1_1_utf_7": "utf-7",
    "punycode": "punycode", "idna": "idna",
    "rot13": "rot-13", "rot_13": "rot-13",
    "hex": "hex", "hex_codec": "hex", "base64": "base64", "base64_codec": "base64", "base_64": "base64",
    "zlib": "zlib", "zip": "zlib", "zlib_codec": "zlib", "bz2": "bz2", "bz2_codec": "bz2",
    "uu": "uu", "uu_codec": "uu",
    "quopri": "quopri", "quopri_codec": "quopri", "quoted_printable": "quopri", "quotedprintable": "quopri",
}


def known(name):
    """The own name of a codec by a normalised name, if it is one of these."""
    return _ALIASES.get(name)


def codec(name):
    """The codec of that name."""
    if name == "idna":
        from encodings.idna import getregentry
        return getregentry()
    if name == "undefined":
        return CodecInfo(_never, _never, *_classes(_never, _never, False), name)
    if name in _TEXT:
        encode, decode, buffered = _TEXT[name]
        reader, writer, encoder, decoder = _classes(encode, decode, buffered)
        whole = codecs._whole(decode) if name == "utf-7" else decode
        return CodecInfo(encode, whole, reader, writer, encoder, decoder, name)
    kind = bytes if name in _BYTES else str
    encode, decode = _BYTES.get(name) or (_rot13, lambda input, errors="strict": _rot13(input, errors))
    reader, writer, encoder, decoder = _classes(encode, decode, False, kind)
    return CodecInfo(encode, decode, reader, writer, encoder, decoder, name, _is_text_encoding=False)
