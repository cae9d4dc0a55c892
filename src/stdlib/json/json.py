"""JSON (JavaScript Object Notation) <https://json.org>: a lightweight data interchange format."""

from .decoder import JSONDecoder, JSONDecodeError
from .encoder import JSONEncoder

__version__ = "2.0.9"
__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]
__author__ = "Bob Ippolito <bob@redivi.com>"

_default_encoder = JSONEncoder()
_default_decoder = JSONDecoder()


def _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys, kw):
    if (not skipkeys and ensure_ascii and check_circular and allow_nan and cls is None and indent is None
            and separators is None and default is None and not sort_keys and not kw):
        return _default_encoder
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw,
    )


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    """Write the JSON text for obj to the file fp."""
    encoder = _encoder(
        skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys, kw)
    for chunk in encoder.iterencode(obj):
        fp.write(chunk)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """The JSON text for obj."""
    encoder = _encoder(
        skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys, kw)
    return encoder.encode(obj)


def detect_encoding(b):
    """The name of the encoding of a JSON text in bytes."""
    if b.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if b.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    # The first character is one of ASCII, so that zeros tell on which side of it the other bytes are.
    if len(b) >= 4 and b[:2] == b"\0\0":
        return "utf-32-be"
    if len(b) >= 4 and b[1:4] == b"\0\0\0":
        return "utf-32-le"
    if len(b) == 2 or len(b) >= 4:
        return "utf-8" if b[0] and b[1] else "utf-16-le" if b[0] else "utf-16-be"
    return "utf-8"


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    """The value that the JSON text in the file fp writes."""
    return loads(
        fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
        parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw,
    )


_HOOKS = ("object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant")
_NO_HOOKS = (None,) * len(_HOOKS)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """The value that a JSON text writes."""
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    else:
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
        s = s.decode(detect_encoding(s), "surrogatepass")
    hooks = (object_hook, object_pairs_hook, parse_float, parse_int, parse_constant)
    if cls is None and not kw and hooks == _NO_HOOKS:
        return _default_decoder.decode(s)
    kw.update((name, hook) for name, hook in zip(_HOOKS, hooks) if hook is not None)
    return (cls or JSONDecoder)(**kw).decode(s)
