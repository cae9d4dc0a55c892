"""Quoted-printable for headers and bodies of messages; texts stand for the bytes of Latin-1."""

__all__ = [
    "body_decode", "body_encode", "body_length", "decode", "decodestring", "header_decode", "header_encode",
    "header_length", "quote", "unquote",
]

import re
from string import ascii_letters, digits

_IN_HEADERS = frozenset("-!*+/ " + ascii_letters + digits)
_IN_BODIES = frozenset(map(chr, range(32, 127))) - {"="} | {"\t"}


def _table(plain):
    return {code: chr(code) if chr(code) in plain else f"={code:02X}" for code in range(256)}


_HEADER_TABLE = _table(_IN_HEADERS) | {ord(" "): "_"}
# Ends of lines stay what they are.
_BODY_TABLE = _table(_IN_BODIES | {"\r", "\n"})


def header_check(octet):
    """Whether a byte is encoded in headers."""
    return _HEADER_TABLE[octet] != chr(octet)


def body_check(octet):
    """Whether a byte is encoded in bodies."""
    return chr(octet) not in _IN_BODIES


def header_length(bytearray):
    """How long these bytes are when they are encoded in a header."""
    return sum(len(_HEADER_TABLE[octet]) for octet in bytearray)


def body_length(bytearray):
    """How long these bytes are when they are encoded in a body."""
    return sum(3 if body_check(octet) else 1 for octet in bytearray)


def quote(c):
    """The escape of a character."""
    return f"={ord(c):02X}"


def unquote(s):
    """The character of an escape."""
    return chr(int(s[1:3], 16))


def header_encode(header_bytes, charset="iso-8859-1"):
    """An encoded word of a header."""
    if not header_bytes:
        return ""
    return f"=?{charset}?q?{header_bytes.decode('latin-1').translate(_HEADER_TABLE)}?="


def _soft_lines(line, width, soft):
    """The pieces of an encoded line: none is longer, and no escape is cut."""
    while len(line) > width:
        cut = width - 1
        escape = line.rfind("=", cut - 2, cut)
        if escape >= 0:
            cut = escape
        yield line[:cut] + "="
        line = line[cut:]
    if line[-1:] in (" ", "\t"):
        room = width - len(line) + 1
        if room >= 3:
            line = line[:-1] + quote(line[-1])
        elif room == 2:
            line += soft
        else:
            line = line[:-1] + soft + quote(line[-1])
    yield line


def body_encode(body, maxlinelen=76, eol="\n"):
    """A text in lines of no more than so many characters; the ends of its lines become `eol`."""
    if maxlinelen < 4:
        raise ValueError("maxlinelen must be at least 4")
    if not body:
        return body
    lines = []
    encoded = body.translate(_BODY_TABLE)
    for line in encoded.splitlines():
        lines += _soft_lines(line, maxlinelen, "=" + eol)
    if encoded[-1] in "\r\n":
        lines.append("")
    return eol.join(lines)


def decode(encoded, eol="\n"):
    """The text that an encoded body stands for."""
    if not encoded:
        return encoded
    parts = []
    for line in encoded.splitlines():
        line = line.rstrip()
        soft = line.endswith("=")
        if soft:
            line = line[:-1]
        parts.append(re.sub("=([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), line))
        if not soft:
            parts.append(eol)
    if parts[-1] == eol and encoded[-1] not in "\r\n":
        parts.pop()
    return "".join(parts)


body_decode = decodestring = decode


def header_decode(s):
    """The text between the marks of an encoded word."""
    return re.sub("=([a-fA-F0-9]{2})", lambda found: chr(int(found[1], 16)), s.replace("_", " "), flags=re.ASCII)
