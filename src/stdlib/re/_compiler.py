"""Patterns that are compiled; the work is done natively."""

import re

from re import _parser
from re._constants import *

MAXCODE = (1 << 32) - 1


def isstring(obj):
    """Whether this is text or bytes."""
    return isinstance(obj, (str, bytes))


def compile(p, flags=0):
    """The compiled pattern of a text, or of the tree that the parser made of one."""
    if isstring(p):
        return re.compile(p, flags)
    return re.compile(p.state.str, flags | p.state.flags)
