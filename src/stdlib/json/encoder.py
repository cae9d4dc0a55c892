"""Implementation of JSONEncoder"""

from _json import encode as _encode, encode_basestring, encode_basestring_ascii

INFINITY = float("inf")


class JSONEncoder:
    """Makes texts in JSON of values."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.sort_keys, self.indent = skipkeys, sort_keys, indent
        self.ensure_ascii, self.allow_nan, self.check_circular = ensure_ascii, allow_nan, check_circular
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What is written for an object that JSON does not know; a subclass says."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The text for a value."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        return "".join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The text for a value in pieces."""
        if _one_shot:
            return (_encode(self, o, 0),)
        return self._pieces(o)

    def _pieces(self, o):
        yield _encode(self, o, 0)
