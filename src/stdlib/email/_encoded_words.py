"""Encoded words of headers, one at a time."""

__all__ = ["decode", "decode_b", "decode_q", "encode", "encode_b", "encode_q", "len_b", "len_q"]

import base64
import binascii
import re
from string import ascii_letters, digits

from email import errors

_PLAIN = frozenset((ascii_letters + digits + "-!*+/").encode("ascii"))


def decode_q(encoded):
    """The bytes of a word in the encoding Q, and the defects in it."""
    encoded = encoded.replace(b"_", b" ")
    return re.sub(rb"=([a-fA-F0-9]{2})", lambda found: bytes.fromhex(found[1].decode()), encoded), []


def encode_q(bstring):
    """The text in the encoding Q."""
    return "".join("_" if code == 32 else chr(code) if code in _PLAIN else f"={code:02X}" for code in bstring)


def len_q(bstring):
    """How long the text in the encoding Q is."""
    return sum(1 if code == 32 or code in _PLAIN else 3 for code in bstring)


def decode_b(encoded):
    """The bytes of a word in the encoding B, and the defects in it."""
    short = -len(encoded) % 4
    defects = [errors.InvalidBase64PaddingDefect()] if short else []
    padded = encoded + b"=" * short if short else encoded
    try:
        return base64.b64decode(padded, validate=True), defects
    except binascii.Error:
        pass
    # What does not belong there is left out.
    other = errors.InvalidBase64CharactersDefect()
    for missing in (b"", b"=="):
        try:
            decoded = base64.b64decode(encoded + missing, validate=False)
        except binascii.Error:
            continue
        return decoded, [other] + ([errors.InvalidBase64PaddingDefect()] if missing else [])
    return encoded, [errors.InvalidBase64LengthDefect()]


def encode_b(bstring):
    """The text in the encoding B."""
    return base64.b64encode(bstring).decode("ascii")


def len_b(bstring):
    """How long the text in the encoding B is."""
    return (len(bstring) + 2) // 3 * 4


def decode(ew):
    """The text of an encoded word, its character set, its language and the defects in it."""
    _, charset, encoding, text, _ = ew.split("?")
    charset, _, language = charset.partition("*")
    data, defects = {"q": decode_q, "b": decode_b}[encoding.lower()](text.encode("ascii", "surrogateescape"))
    try:
        string = data.decode(charset)
    except UnicodeDecodeError:
        defects.append(errors.UndecodableBytesDefect(
            f"Encoded word contains bytes not decodable using {charset!r} charset"))
        string = data.decode(charset, "surrogateescape")
    except (LookupError, UnicodeEncodeError):
        string = data.decode("ascii", "surrogateescape")
        if charset.lower() != "unknown-8bit":
            defects.append(errors.CharsetError(
                f"Unknown charset {charset!r} in encoded word; decoded as unknown bytes"))
    return string, charset, language, defects


def encode(string, charset="utf-8", encoding=None, lang=""):
    """An encoded word; without an encoding the shorter one is taken, Q if it is not much longer."""
    if charset == "unknown-8bit":
        data = string.encode("ascii", "surrogateescape")
    else:
        data = string.encode(charset)
    if encoding is None:
        encoding = "q" if len_q(data) - len_b(data) < 5 else "b"
    text = {"q": encode_q, "b": encode_b}[encoding](data)
    return f"=?{charset}{'*' + lang if lang else ''}?{encoding}?{text}?="
