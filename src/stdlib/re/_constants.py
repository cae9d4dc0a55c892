"""The names of what patterns are made of, as numbers with names."""

from _sre import MAXGROUPS
from re import PatternError, error

MAGIC = 20230612


class _NamedIntConstant(int):
    """A number that shows as its name."""

    def __new__(cls, value, name):
        self = super().__new__(cls, value)
        self.name = name
        return self

    def __repr__(self):
        return self.name

    __reduce__ = None


MAXREPEAT = _NamedIntConstant(4294967295, "MAXREPEAT")


def _named(names):
    constants = [_NamedIntConstant(number, name) for number, name in enumerate(names.split())]
    globals().update({constant.name: constant for constant in constants})
    return constants


_IGNORING = "GROUPREF IN LITERAL NOT_LITERAL".split()
OPCODES = _named(
    "FAILURE SUCCESS ANY ANY_ALL ASSERT ASSERT_NOT AT BRANCH CATEGORY CHARSET BIGCHARSET GROUPREF GROUPREF_EXISTS IN INFO "
    "JUMP LITERAL MARK MAX_UNTIL MIN_UNTIL NOT_LITERAL NEGATE RANGE REPEAT REPEAT_ONE SUBPATTERN MIN_REPEAT_ONE "
    "ATOMIC_GROUP POSSESSIVE_REPEAT POSSESSIVE_REPEAT_ONE "
    + " ".join(f"{name}{kind}_IGNORE" for kind in ("", "_LOC", "_UNI") for name in _IGNORING) + " RANGE_UNI_IGNORE")
# These two are in what the parser gives, and in no program.
MIN_REPEAT, MAX_REPEAT = _NamedIntConstant(43, "MIN_REPEAT"), _NamedIntConstant(44, "MAX_REPEAT")
ATCODES = _named(
    "AT_BEGINNING AT_BEGINNING_LINE AT_BEGINNING_STRING AT_BOUNDARY AT_NON_BOUNDARY AT_END AT_END_LINE AT_END_STRING "
    "AT_LOC_BOUNDARY AT_LOC_NON_BOUNDARY AT_UNI_BOUNDARY AT_UNI_NON_BOUNDARY")
CHCODES = _named(" ".join(
    f"CATEGORY_{kind}{turn}{name}"
    for kind, names in (("", "DIGIT SPACE WORD LINEBREAK"), ("LOC_", "WORD"), ("UNI_", "DIGIT SPACE WORD LINEBREAK"))
    for name in names.split() for turn in ("", "NOT_")))


def _of(names, make):
    """Which constant takes the place of each, under a flag."""
    space = globals()
    return {space[name]: space[make(name)] for name in names.split() if make(name) in space}


_OPS, _PLAIN = "GROUPREF IN LITERAL NOT_LITERAL", "DIGIT SPACE WORD LINEBREAK".split()
_CATEGORIES = " ".join(f"CATEGORY_{turn}{name}" for name in _PLAIN for turn in ("", "NOT_"))
OP_IGNORE = _of("LITERAL NOT_LITERAL", lambda name: name + "_IGNORE")
OP_LOCALE_IGNORE = _of("LITERAL NOT_LITERAL", lambda name: name + "_LOC_IGNORE")
OP_UNICODE_IGNORE = _of("LITERAL NOT_LITERAL", lambda name: name + "_UNI_IGNORE")
AT_MULTILINE = {AT_BEGINNING: AT_BEGINNING_LINE, AT_END: AT_END_LINE}
AT_LOCALE = _of("AT_BOUNDARY AT_NON_BOUNDARY", lambda name: name.replace("AT_", "AT_LOC_"))
AT_UNICODE = _of("AT_BOUNDARY AT_NON_BOUNDARY", lambda name: name.replace("AT_", "AT_UNI_"))
CH_LOCALE = {code: code for code in _of(_CATEGORIES, str)} | _of(
    "CATEGORY_WORD CATEGORY_NOT_WORD", lambda name: name.replace("CATEGORY_", "CATEGORY_LOC_"))
CH_UNICODE = _of(_CATEGORIES, lambda name: name.replace("CATEGORY_", "CATEGORY_UNI_"))

SRE_FLAG_IGNORECASE, SRE_FLAG_LOCALE, SRE_FLAG_MULTILINE, SRE_FLAG_DOTALL = 2, 4, 8, 16
SRE_FLAG_UNICODE, SRE_FLAG_VERBOSE, SRE_FLAG_DEBUG, SRE_FLAG_ASCII = 32, 64, 128, 256
SRE_INFO_PREFIX, SRE_INFO_LITERAL, SRE_INFO_CHARSET = 1, 2, 4
