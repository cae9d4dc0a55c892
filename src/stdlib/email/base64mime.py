"""Base64 for headers and bodies of messages."""

__all__ = ["body_decode", "body_encode", "decode", "decodestring", "header_encode", "header_length"]

from binascii import a2b_base64, b2a_base64


def header_length(bytearray):
    """How many characters these bytes make."""
    return (len(bytearray) + 2) // 3 * 4


def header_encode(header_bytes, charset="iso-8859-1"):
    """An encoded word of a header."""
    if not header_bytes:
        return ""
    if isinstance(header_bytes, str):
        header_bytes = header_bytes.encode(charset)
    return f"=?{charset}?b?{b2a_base64(header_bytes, newline=False).decode('ascii')}?="


def body_encode(s, maxlinelen=76, eol="\n"):
    """Bytes as lines of base64."""
    if not s:
        return ""
    step = maxlinelen * 3 // 4
    lines = [b2a_base64(s[at:at + step], newline=False).decode("ascii") for at in range(0, len(s), step)]
    return eol.join(lines) + eol


def decode(string):
    """The bytes that a text of base64 stands for."""
    if not string:
        return bytes()
    if isinstance(string, str):
        string = string.encode("raw-unicode-escape")
    return a2b_base64(string)


body_decode = decodestring = decode
