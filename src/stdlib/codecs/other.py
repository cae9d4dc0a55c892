"""Codecs that are looked up rarely: escapes, UTF-7, punycode, and those from bytes to bytes."""

import _codecs
import codecs
from codecs import CodecInfo, _classes, _handled

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
    data = input.encode("utf-8") if isinstance(input, str) else bytes(input)
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
            invalid = invalid or text
        elif reason is not None:
            text, at = _handled(UnicodeDecodeError(name, data, slash, at, reason), errors, len(data))
        out.append(text)
    if invalid is not None:
        import warnings
        kind = "octal escape" if invalid[1].isdigit() else "escape"
        warnings.warn(f"invalid {kind} sequence '{invalid if kind == 'escape' else invalid[:4]}'", DeprecationWarning, 2)
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
        return chr(int(data[slash + 1:at], 8)), at, None
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
    data = data.encode() if isinstance(data, str) else bytes(data)
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


def utf_7_decode(input, errors="strict", final=False, /):
    """The string that is written in ASCII and modified base64."""
    data = bytes(input)
    out = []
    at = 0
    shifted = None  # where the run of base64 began
    kept = 0  # how much was given when it began
    bits = count = 0
    high = 0

    def push(unit):
        nonlocal high
        if high and 0xDC00 <= unit < 0xE000:
            out.append(chr(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)))
            high = 0
            return
        if high:
            out.append(chr(high))
            high = 0
        if 0xD800 <= unit < 0xDC00:
            high = unit
        else:
            out.append(chr(unit))

    while at < len(data):
        byte = data[at]
        if shifted is None:
            if byte == 0x2B:
                if at + 1 < len(data) and data[at + 1] == 0x2D:
                    out.append("+")
                    at += 2
                elif at + 1 < len(data) and data[at + 1] not in _VALUES:
                    error = UnicodeDecodeError("utf7", data, at, at + 2, "ill-formed sequence")
                    text, at = _handled(error, errors, len(data))
                    out.append(text)
                else:
                    shifted, kept, bits, count = at, len(out), 0, 0
                    at += 1
            elif byte < 0x80:
                out.append(chr(byte))
                at += 1
            else:
                error = UnicodeDecodeError("utf7", data, at, at + 1, "unexpected special character")
                text, at = _handled(error, errors, len(data))
                out.append(text)
            continue
        if byte in _VALUES:
            bits = bits << 6 | _VALUES[byte]
            count += 6
            at += 1
            if count >= 16:
                count -= 16
                push(bits >> count)
                bits &= (1 << count) - 1
            continue
        begun, shifted = shifted, None
        reason = None
        if count >= 6:
            reason = "partial character in shift sequence"
        elif bits:
            reason = "non-zero padding bits in shift sequence"
        if high:
            out.append(chr(high))
            high = 0
        if reason:
            at += 1
            text, at = _handled(UnicodeDecodeError("utf7", data, begun, at, reason), errors, len(data))
            out.append(text)
        elif byte == 0x2D:
            at += 1
    if shifted is not None:
        if not final:
            del out[kept:]
            return "".join(out), shifted
        if high or count >= 6 or bits:
            error = UnicodeDecodeError("utf7", data, shifted, len(data), "unterminated shift sequence")
            text, _ = _handled(error, errors, len(data))
            out.append(text)
    return "".join(out), len(data)


# Punycode and IDNA.

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
    data = bytes(input)
    split = data.rfind(b"-")
    basic, extended = (data[:split], data[split + 1:]) if split >= 0 else (b"", data)
    text = list(basic.decode("ascii", errors))
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


def _idna_encode(input, errors="strict"):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")
    text = input
    for dot in "\u3002\uff0e\uff61":
        text = text.replace(dot, ".")
    labels = text.split(".")
    out = []
    at = 0
    for number, label in enumerate(labels):
        if not label and number + 1 < len(labels):
            raise UnicodeEncodeError("idna", input, at, at + 1, "label empty")
        try:
            data = label.encode("ascii")
        except UnicodeEncodeError:
            data = b"xn--" + _punycode_encode(label.lower())[0]
        if len(data) >= 64:
            raise UnicodeEncodeError("idna", input, at, at + len(label), "label too long")
        out.append(data)
        at += len(label) + 1
    return b".".join(out), len(input)


def _idna_decode(input, errors="strict"):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")
    data = bytes(input)
    out = []
    for label in data.split(b"."):
        if label.lower().startswith(b"xn--"):
            out.append(_punycode_decode(label[4:])[0])
        else:
            out.append(label.decode("ascii"))
    return ".".join(out), len(data)


# From bytes to bytes, and rot13.

def _rot13(input, errors="strict"):
    upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    turned = upper[13:] + upper[:13]
    table = str.maketrans(upper + upper.lower(), turned + turned.lower())
    return input.translate(table), len(input)


def _by_module(module, encoder, decoder):
    """Functions that a module gives, from bytes to bytes."""

    def code(name):
        def function(input, errors="strict"):
            if errors != "strict":
                raise AssertionError
            imported = __import__(module)
            return getattr(imported, name)(input), len(input)

        return function

    return code(encoder), code(decoder)


_TEXT = {
    "unicode-escape": (unicode_escape_encode, unicode_escape_decode, True),
    "raw-unicode-escape": (raw_unicode_escape_encode, raw_unicode_escape_decode, True),
    "utf-7": (utf_7_encode, utf_7_decode, True),
    "punycode": (_punycode_encode, _punycode_decode, False),
    "idna": (_idna_encode, _idna_decode, False),
}

_ALIASES = {
    "unicode_escape": "unicode-escape", "unicodeescape": "unicode-escape",
    "raw_unicode_escape": "raw-unicode-escape", "rawunicodeescape": "raw-unicode-escape",
    "utf_7": "utf-7", "utf7": "utf-7", "u7": "utf-7", "unicode_1_1_utf_7": "utf-7",
    "punycode": "punycode", "idna": "idna",
    "rot13": "rot-13", "rot_13": "rot-13",
    "hex": "hex", "hex_codec": "hex", "base64": "base64", "base64_codec": "base64", "base_64": "base64",
    "zlib": "zlib", "zip": "zlib", "zlib_codec": "zlib", "bz2": "bz2", "bz2_codec": "bz2",
}


def search(name):
    """The codec of a name in lower case, if it is one of these."""
    plain = "_".join("".join(c if c.isalnum() or c == "." else " " for c in name).split())
    known = _ALIASES.get(plain)
    if known is None:
        return None
    if known in _TEXT:
        encode, decode, buffered = _TEXT[known]
        reader, writer, encoder, decoder = _classes(encode, decode, buffered)
        whole = codecs._whole(decode) if known == "utf-7" else decode
        return CodecInfo(encode, whole, reader, writer, encoder, decoder, known)
    encode, decode = {
        "rot-13": lambda: (_rot13, _rot13),
        "hex": lambda: _by_module("binascii", "b2a_hex", "a2b_hex"),
        "base64": lambda: _by_module("base64", "encodebytes", "decodebytes"),
        "zlib": lambda: _by_module("zlib", "compress", "decompress"),
        "bz2": lambda: _by_module("bz2", "compress", "decompress"),
    }[known]()
    reader, writer, encoder, decoder = _classes(encode, decode, False)
    return CodecInfo(encode, decode, reader, writer, encoder, decoder, known, _is_text_encoding=False)
