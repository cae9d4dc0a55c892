"""Bytes as text in the base-16, base-32, base-64 and base-85 alphabets, and back."""

import binascii

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
           "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode",
           "z85encode", "z85decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
           "urlsafe_b64decode"]

_Error = binascii.Error

# A line of base 64 has 76 letters, which stand for 57 bytes.
MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def _as_bytes(text):
    """The bytes of an ASCII string or of a bytes-like object."""
    if isinstance(text, str):
        try:
            return text.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(text, (bytes, bytearray)):
        return text
    try:
        return memoryview(text).tobytes()
    except TypeError:
        kind = type(text).__name__
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {kind!r}") from None


# Base 64

def b64encode(s, altchars=None):
    """Bytes in base 64; altchars are written for + and /."""
    text = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return text
    assert len(altchars) == 2, repr(altchars)
    return text.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    """What was written in base 64; other letters are passed over unless validate is true."""
    s = _as_bytes(s)
    if altchars is not None:
        altchars = _as_bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Bytes in base 64, with + and /."""
    return b64encode(s)


def standard_b64decode(s):
    """What was written in base 64, with + and /."""
    return b64decode(s)


_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
    """Bytes in base 64, with - and _ for + and /."""
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    """What was written in base 64, with - and _ for + and /."""
    return b64decode(_as_bytes(s).translate(_FROM_URL))


# Base 32

_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_BASE32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
# How many letters the bytes of an incomplete group need, by their number, and the other way round.
_LETTERS32 = (0, 2, 4, 5, 7)
_BYTES32 = {0: 0, 1: 4, 3: 3, 4: 2, 6: 1}


def _encode32(alphabet, s):
    data = bytes(s) if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()
    whole, left = divmod(len(data), 5)
    padded = data + bytes(-left % 5)
    text = bytearray()
    for place in range(0, len(padded), 5):
        group = int.from_bytes(padded[place:place + 5])
        text.extend(alphabet[group >> shift & 31] for shift in range(35, -1, -5))
    if left:
        kept = _LETTERS32[left]
        text[-8 + kept:] = b"=" * (8 - kept)
    return bytes(text)


def _decode32(alphabet, s, casefold, map01=None):
    s = _as_bytes(s)
    if len(s) % 8:
        raise _Error("Incorrect padding")
    if map01 is not None:
        map01 = _as_bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    letters = s.rstrip(b"=")
    pads = len(s) - len(letters)
    values = {letter: value for value, letter in enumerate(alphabet)}
    data = bytearray()
    group = 0
    for place in range(0, len(letters), 8):
        group = 0
        for letter in letters[place:place + 8]:
            if letter not in values:
                raise _Error("Non-base32 digit found")
            group = group << 5 | values[letter]
        if place + 8 <= len(letters):
            data += group.to_bytes(5)
    if len(letters) % 8 or pads not in _BYTES32:
        if pads not in _BYTES32:
            raise _Error("Incorrect padding")
        data += (group << 5 * pads).to_bytes(5)[:_BYTES32[pads]]
    return bytes(data)


def b32encode(s):
    """Bytes in base 32: capitals and the digits 2 to 7."""
    return _encode32(_BASE32, s)


def b32decode(s, casefold=False, map01=None):
    """What was written in base 32; with map01, 0 stands for O and 1 for the letter given."""
    return _decode32(_BASE32, s, casefold, map01)


def b32hexencode(s):
    """Bytes in base 32: digits, and capitals up to V."""
    return _encode32(_BASE32_HEX, s)


def b32hexdecode(s, casefold=False):
    """What was written in base 32 with digits and capitals up to V."""
    return _decode32(_BASE32_HEX, s, casefold)


# Base 16

def b16encode(s):
    """Bytes in base 16, with capitals."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """What was written in base 16; small letters only with casefold."""
    s = _as_bytes(s)
    if casefold:
        s = s.upper()
    if s.translate(None, delete=b"0123456789ABCDEF"):
        raise _Error("Non-base16 digit found")
    return binascii.unhexlify(s)


# Base 85

_BASE85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_Z85 = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"
_ASCII85 = bytes(range(33, 118))
_A85START = b"<~"
_A85END = b"~>"
_POWERS = (85 ** 4, 85 ** 3, 85 ** 2, 85, 1)
_TO_Z85 = bytes.maketrans(_BASE85, _Z85)
# What is no digit of the one must be none of the other.
_FROM_Z85 = bytes.maketrans(_Z85 + b";_`|~", _BASE85 + b"\0\0\0\0\0")


def _encode85(data, alphabet, pad, short=None):
    """Groups of four bytes as five digits; short gives shorter forms of some groups."""
    if not isinstance(data, (bytes, bytearray)):
        data = memoryview(data).tobytes()
    missing = -len(data) % 4
    padded = data + bytes(missing)
    groups = []
    for place in range(0, len(padded), 4):
        number = int.from_bytes(padded[place:place + 4])
        if short and number in short:
            groups.append(short[number])
        else:
            groups.append(bytes([alphabet[number // power % 85] for power in _POWERS]))
    if missing and not pad:
        if groups[-1] == b"z":
            groups[-1] = alphabet[:1] * 5
        groups[-1] = groups[-1][:-missing]
    return b"".join(groups)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Bytes in Ascii85; four zeros are z, and four spaces y with foldspaces."""
    short = {0: b"z"}
    if foldspaces:
        short[0x20202020] = b"y"
    text = _encode85(b, _ASCII85, pad, short)
    if adobe:
        text = _A85START + text
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [text[place:place + wrapcol] for place in range(0, len(text), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        text = b"\n".join(lines)
    return text + _A85END if adobe else text


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """What was written in Ascii85; ignorechars are passed over."""
    b = _as_bytes(b)
    if adobe:
        if not b.endswith(_A85END):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(_A85END))
        b = b[2 if b.startswith(_A85START) else 0:-2]
    data = bytearray()
    digits = []
    # Four more of the last digit fill the last group up.
    for letter in b + b"u" * 4:
        if 33 <= letter <= 117:
            digits.append(letter - 33)
            if len(digits) == 5:
                number = 0
                for digit in digits:
                    number = number * 85 + digit
                if number > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow") from None
                data += number.to_bytes(4)
                digits.clear()
        elif letter == 0x7A or foldspaces and letter == 0x79:
            if digits:
                raise ValueError(f"{chr(letter)} inside Ascii85 5-tuple")
            data += bytes(4) if letter == 0x7A else b"    "
        elif letter not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % letter)
    excess = 4 - len(digits)
    return bytes(data[:-excess] if excess else data)


def b85encode(b, pad=False):
    """Bytes in base 85; with pad, zeros fill the last group up."""
    return _encode85(b, _BASE85, pad)


def b85decode(b):
    """What was written in base 85."""
    b = _as_bytes(b)
    missing = -len(b) % 5
    values = {letter: value for value, letter in enumerate(_BASE85)}
    padded = b + b"~" * missing
    data = bytearray()
    for place in range(0, len(padded), 5):
        number = 0
        for at, letter in enumerate(padded[place:place + 5], place):
            if letter not in values:
                raise ValueError(f"bad base85 character at position {at}") from None
            number = number * 85 + values[letter]
        if number > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {place}") from None
        data += number.to_bytes(4)
    return bytes(data[:-missing] if missing else data)


def z85encode(s):
    """Bytes in base 85 with the alphabet of ZeroMQ."""
    return b85encode(s).translate(_TO_Z85)


def z85decode(s):
    """What was written in base 85 with the alphabet of ZeroMQ."""
    s = _as_bytes(s).translate(_FROM_Z85)
    try:
        return b85decode(s)
    except ValueError as error:
        raise ValueError(error.args[0].replace("base85", "z85")) from None


# Files and lines

def encode(input, output):
    """Write a file in lines of base 64 to another."""
    while data := input.read(MAXBINSIZE):
        while len(data) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(data))):
            data += more
        output.write(binascii.b2a_base64(data))


def decode(input, output):
    """Write what lines of base 64 in a file stand for to another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_lines(s):
    try:
        view = memoryview(s)
    except TypeError as error:
        raise TypeError("expected bytes-like object, not %s" % type(s).__name__) from error
    if view.format not in ("c", "b", "B"):
        raise TypeError("expected single byte elements, not %r from %s" % (view.format, type(s).__name__))
    if view.ndim != 1:
        raise TypeError("expected 1-D data, not %d-D data from %s" % (view.ndim, type(s).__name__))


def encodebytes(s):
    """Bytes in lines of base 64."""
    _check_lines(s)
    places = range(0, len(s), MAXBINSIZE)
    return b"".join(binascii.b2a_base64(s[place:place + MAXBINSIZE]) for place in places)


def decodebytes(s):
    """What lines of base 64 stand for."""
    _check_lines(s)
    return binascii.a2b_base64(s)


def _run(args):
    """python -m base64 [-h] [-d | -e | -u] [-t] [FILE]"""
    import getopt
    import sys

    usage = f"""usage: {args[0]} [-h|-d|-e|-u] [file|-]
        -h: print this help message and exit
        -d, -u: decode
        -e: encode (default)"""
    try:
        options, names = getopt.getopt(args[1:], "hdeu")
    except getopt.error as error:
        sys.stdout = sys.stderr
        print(error)
        print(usage)
        sys.exit(2)
    work = encode
    for option, _ in options:
        if option == "-h":
            print(usage)
            return
        work = encode if option == "-e" else decode
    if names and names[0] != "-":
        with open(names[0], "rb") as file:
            work(file, sys.stdout.buffer)
    else:
        work(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    import sys

    _run(sys.argv)
