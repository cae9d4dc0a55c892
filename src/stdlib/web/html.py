"""Text for and from HTML: the characters that mark up, and the references that stand for characters."""
import re

__all__ = ["escape", "unescape"]

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_QUOTE_ESCAPES = _ESCAPES | {ord('"'): "&quot;", ord("'"): "&#x27;"}
_REFERENCE = re.compile(r"&(#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[^\t\n\f <&#;]{1,32};?)")
# What numbers between 0x80 and 0x9f mean: the characters of Windows. Where that has none they stand for themselves.
_WINDOWS = bytes(range(0x80, 0xA0)).decode("cp1252", "replace")


def escape(s, quote=True):
    """The text with what would be markup replaced; quotes too, unless `quote` is false."""
    return s.translate(_QUOTE_ESCAPES if quote else _ESCAPES)


def unescape(s):
    """The text with all character references, by name and by number, replaced as browsers do it."""
    return _REFERENCE.sub(_character, s) if "&" in s else s


def _character(match):
    reference = match[1]
    if reference[0] != "#":
        return _named(reference)
    digits = reference[1:].rstrip(";")
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    if 0x80 <= code < 0xA0:
        found = _WINDOWS[code - 0x80]
        return chr(code) if found == "\ufffd" else found
    return "" if _is_invalid(code) else chr(code)


def _is_invalid(code):
    """Whether a number stands for nothing: controls, and what is no character."""
    control = 0 < code < 0x20 and code not in (0x9, 0xA, 0xC, 0xD) or code == 0x7F
    return control or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def _named(name):
    """The characters of a name, or of the longest name that it begins with."""
    from html.entities import html5
    for end in range(len(name), 1, -1):
        if name[:end] in html5:
            return html5[name[:end]] + name[end:]
    return "&" + name
