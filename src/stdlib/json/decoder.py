"""Implementation of JSONDecoder"""

from _json import make_scanner as _make_scanner, scanstring

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")

_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}
_SPACES = " \t\n\r"


class JSONDecodeError(ValueError):
    """What is wrong with a document: msg, doc, pos, lineno and colno tell more."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Makes values of texts in JSON."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.parse_int, self.parse_float = parse_int or int, parse_float or float
        self.parse_constant, self.parse_string = parse_constant or _CONSTANTS.__getitem__, scanstring
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.memo = {}
        self.scan_once = _make_scanner(self)

    def decode(self, s):
        """The value that a document of one value writes."""
        obj, end = self.raw_decode(s, idx=_skip(s, 0))
        if (end := _skip(s, end)) < len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The value that begins at idx, and where it ends."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as missing:
            raise JSONDecodeError("Expecting value", s, missing.value) from None


def _skip(s, at):
    while at < len(s) and s[at] in _SPACES:
        at += 1
    return at
