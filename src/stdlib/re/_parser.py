"""Patterns as trees: what others who take regular expressions apart ask for. Patterns are compiled natively, from trees of
their own; here only such come that compile."""

import re
import unicodedata

from re._constants import *
from re._constants import _NamedIntConstant

SPECIAL_CHARS, REPEAT_CHARS = ".\\[{()*+?^$|", "*+?{"
DIGITS, OCTDIGITS = frozenset("0123456789"), frozenset("01234567")
HEXDIGITS = frozenset("0123456789abcdefABCDEF")
ASCIILETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
WHITESPACE = frozenset(" \t\n\r\v\f")

ESCAPES = {"\\" + letter: (LITERAL, ord(sign)) for letter, sign in zip("abfnrtv\\", "\a\b\f\n\r\t\v\\")}
CATEGORIES = {
    r"\A": (AT, AT_BEGINNING_STRING), r"\b": (AT, AT_BOUNDARY), r"\B": (AT, AT_NON_BOUNDARY), r"\Z": (AT, AT_END_STRING),
    r"\d": (IN, [(CATEGORY, CATEGORY_DIGIT)]), r"\D": (IN, [(CATEGORY, CATEGORY_NOT_DIGIT)]),
    r"\s": (IN, [(CATEGORY, CATEGORY_SPACE)]), r"\S": (IN, [(CATEGORY, CATEGORY_NOT_SPACE)]),
    r"\w": (IN, [(CATEGORY, CATEGORY_WORD)]), r"\W": (IN, [(CATEGORY, CATEGORY_NOT_WORD)]),
}
FLAGS = {"i": SRE_FLAG_IGNORECASE, "L": SRE_FLAG_LOCALE, "m": SRE_FLAG_MULTILINE, "s": SRE_FLAG_DOTALL,
         "x": SRE_FLAG_VERBOSE, "a": SRE_FLAG_ASCII, "u": SRE_FLAG_UNICODE}
TYPE_FLAGS = SRE_FLAG_ASCII | SRE_FLAG_LOCALE | SRE_FLAG_UNICODE
GLOBAL_FLAGS = SRE_FLAG_DEBUG

#: The widest that a pattern can be.
MAXWIDTH = 1 << 64

_REPEATS = frozenset((MIN_REPEAT, MAX_REPEAT, POSSESSIVE_REPEAT))
_UNITS = frozenset((ANY, RANGE, IN, LITERAL, NOT_LITERAL, CATEGORY))


class State:
    """What is known of a whole pattern: its flags and its groups."""

    def __init__(self):
        self.flags = 0
        self.groupdict = {}
        self.groupwidths = [None]
        self.lookbehindgroups = None
        self.grouprefpos = {}

    @property
    def groups(self):
        """One more than there are groups."""
        return len(self.groupwidths)

    def opengroup(self, name=None):
        """The number of a new group."""
        number = self.groups
        self.groupwidths.append(None)
        if name is not None:
            self.groupdict[name] = number
        return number

    def closegroup(self, gid, p):
        """A group is at its end."""
        self.groupwidths[gid] = p.getwidth()

    def checkgroup(self, gid):
        """Whether a group is at its end."""
        return gid < self.groups and self.groupwidths[gid] is not None


class SubPattern:
    """A sequence of pairs: what, and what of it."""

    def __init__(self, state, data=None):
        self.state = state
        self.data = [] if data is None else data
        self.width = None

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __delitem__(self, index):
        del self.data[index]

    def __getitem__(self, index):
        if isinstance(index, slice):
            return SubPattern(self.state, self.data[index])
        return self.data[index]

    def __setitem__(self, index, code):
        self.data[index] = code

    def insert(self, index, code):
        """Put a pair at a place."""
        self.data.insert(index, code)

    def append(self, code):
        """Put a pair at the end."""
        self.data.append(code)

    def getwidth(self):
        """The fewest and the most characters that fit."""
        if self.width is None:
            low = high = 0
            for op, av in self.data:
                least, most = self._width_of(op, av)
                low, high = low + least, high + most
            self.width = min(low, MAXWIDTH), min(high, MAXWIDTH)
        return self.width

    def _width_of(self, op, av):
        if op in _UNITS:
            return 1, 1
        if op is SUBPATTERN:
            return av[-1].getwidth()
        if op is ATOMIC_GROUP:
            return av.getwidth()
        if op in _REPEATS:
            least, most = av[2].getwidth()
            if av[1] == MAXREPEAT and most:
                return least * av[0], MAXWIDTH
            return least * av[0], most * av[1]
        if op is BRANCH:
            return _hull(branch.getwidth() for branch in av[1])
        if op is GROUPREF:
            return self.state.groupwidths[av] or (0, MAXWIDTH)
        if op is GROUPREF_EXISTS:
            return _hull((av[1].getwidth(), (0, 0) if av[2] is None else av[2].getwidth()))
        return 0, 0

    def dump(self, level=0):
        """Print the tree."""
        for op, av in self.data:
            print(level * "  " + str(op), end="")
            if op is IN:
                print()
                for kind, what in av:
                    print((level + 1) * "  " + str(kind), what if what is not None else "")
            elif op is BRANCH:
                print()
                for place, branch in enumerate(av[1]):
                    if place:
                        print(level * "  " + "OR")
                    branch.dump(level + 1)
            elif op is GROUPREF_EXISTS:
                group, yes, no = av
                print("", group)
                yes.dump(level + 1)
                if no:
                    print(level * "  " + "ELSE")
                    no.dump(level + 1)
            elif isinstance(av, SubPattern):
                print()
                av.dump(level + 1)
            elif isinstance(av, tuple):
                print("".join(" " + str(part) for part in av if not isinstance(part, SubPattern)))
                for part in av:
                    if isinstance(part, SubPattern):
                        part.dump(level + 1)
            else:
                print("", av)


def _hull(widths):
    least, most = zip(*widths)
    return min(least), max(most)


class _Reader:
    """Reads a pattern that is known to be right."""

    def __init__(self, text, state):
        self.text = text
        self.at = 0
        self.state = state

    def looks_at(self, text):
        return self.text.startswith(text, self.at)

    def takes(self, text):
        if not self.looks_at(text):
            return False
        self.at += len(text)
        return True

    def take(self, count=1):
        part = self.text[self.at:self.at + count]
        self.at += len(part)
        return part

    def until(self, end):
        found = self.text.index(end, self.at)
        part = self.text[self.at:found]
        self.at = found + len(end)
        return part

    def run(self, signs, most):
        begin = self.at
        while self.at < min(len(self.text), begin + most) and self.text[self.at] in signs:
            self.at += 1
        return self.text[begin:self.at]

    def alternatives(self, verbose):
        """Everything up to a closing parenthesis, or the end."""
        branches = [self.sequence(verbose)]
        while self.takes("|"):
            branches.append(self.sequence(verbose))
        if len(branches) == 1:
            return branches[0]
        result = SubPattern(self.state)
        # What all of them begin with is said once.
        while all(branches) and all(branch[0] == branches[0][0] for branch in branches):
            result.append(branches[0][0])
            for branch in branches:
                del branch[0]
        items = []
        for branch in branches:
            if len(branch) != 1:
                break
            op, av = branch[0]
            if op is LITERAL:
                items.append((op, av))
            elif op is IN and av[0][0] is not NEGATE:
                items += av
            else:
                break
        else:
            # Each is one character: a set.
            result.append((IN, list(dict.fromkeys(items))))
            return result
        result.append((BRANCH, (None, branches)))
        return result

    def sequence(self, verbose):
        result = SubPattern(self.state)
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            if verbose and self._skips_blank():
                continue
            sign = self.take()
            if sign in "*+?" or sign == "{" and self._is_repeat():
                self._repeat(result, sign)
            elif sign == "(":
                code = self._group(verbose)
                if isinstance(code, SubPattern):
                    result.data += code.data
                elif code is not None:
                    result.append(code)
            else:
                result.append(self._unit(sign))
        return result

    def _skips_blank(self):
        if self.text[self.at] in WHITESPACE:
            self.at += 1
            return True
        if self.text[self.at] == "#":
            end = self.text.find("\n", self.at)
            self.at = len(self.text) if end < 0 else end + 1
            return True
        return False

    def _unit(self, sign):
        if sign == "\\":
            return self._escape()
        if sign == ".":
            return ANY, None
        if sign == "^":
            return AT, AT_BEGINNING
        if sign == "$":
            return AT, AT_END
        if sign == "[":
            return self._set()
        return LITERAL, ord(sign)

    def _is_repeat(self):
        return re.match(r"\d+(,\d*)?\}|,\d*\}", self.text[self.at:]) is not None

    def _repeat(self, result, sign):
        if sign == "{":
            low, comma, high = self.until("}").partition(",")
            least = int(low or 0)
            most = least if not comma else int(high) if high else MAXREPEAT
        else:
            least, most = {"*": (0, MAXREPEAT), "+": (1, MAXREPEAT), "?": (0, 1)}[sign]
        kind = MIN_REPEAT if self.takes("?") else POSSESSIVE_REPEAT if self.takes("+") else MAX_REPEAT
        item = result[-1:]
        if item[0][0] is SUBPATTERN:
            group, added, taken, inner = item[0][1]
            if group is None and not added and not taken:
                item = inner
        result[-1] = kind, (least, most, item)

    def _set(self):
        negated = self.takes("^")
        items = []
        while not self.looks_at("]") or not items:
            low = self._set_item()
            if self.looks_at("-") and self.text[self.at + 1:self.at + 2] != "]":
                self.at += 1
                items.append((RANGE, (low[1], self._set_item()[1])))
            else:
                items.append(low[1][0] if low[0] is IN else low)
        self.at += 1
        items = list(dict.fromkeys(items))
        if len(items) == 1 and items[0][0] is LITERAL:
            return (NOT_LITERAL, items[0][1]) if negated else items[0]
        return IN, [(NEGATE, None)] + items if negated else items

    def _set_item(self):
        sign = self.take()
        if sign != "\\":
            return LITERAL, ord(sign)
        if self.takes("b"):
            return LITERAL, 8
        return self._character() or (LITERAL, int(self.run(OCTDIGITS, 3), 8))

    def _character(self):
        """What an escape means that is the same in sets and outside; None for numbers."""
        escape = "\\" + self.text[self.at]
        if escape in CATEGORIES:
            self.at += 1
            return CATEGORIES[escape]
        if escape in ESCAPES:
            self.at += 1
            return ESCAPES[escape]
        if escape[1] in DIGITS:
            return None
        sign = self.take()
        if sign in "xuU" and (sign == "x" or isinstance(self.state.text, str)):
            return LITERAL, int(self.take({"x": 2, "u": 4, "U": 8}[sign]), 16)
        if sign == "N" and self.takes("{"):
            return LITERAL, ord(unicodedata.lookup(self.until("}")))
        return LITERAL, ord(sign)

    def _escape(self):
        code = self._character()
        if code is not None:
            return code
        if self.takes("0"):
            return LITERAL, int("0" + self.run(OCTDIGITS, 2), 8)
        digits = self.text[self.at:self.at + 3]
        if len(digits) == 3 and OCTDIGITS.issuperset(digits) and digits[0] in "0123":
            self.at += 3
            return LITERAL, int(digits, 8)
        return GROUPREF, int(self.run(DIGITS, 2))

    def _group(self, verbose):
        """What stands in parentheses: a pair, or what takes its place; None for nothing."""
        name = None
        captures = True
        added = taken = 0
        if self.takes("?"):
            if self.takes("#"):
                self.until(")")
                return None
            if self.takes("P="):
                return GROUPREF, self.state.groupdict[self.until(")")]
            if self.takes("P<"):
                name = self.until(">")
            elif self.takes(">"):
                inner = self.alternatives(verbose)
                self.at += 1
                return ATOMIC_GROUP, inner
            elif self.takes("("):
                return self._conditional(verbose)
            elif self.looks_at("=") or self.looks_at("!") or self.looks_at("<"):
                return self._assertion(verbose)
            elif not self.takes(":"):
                added, taken, is_global = self._flags()
                if is_global:
                    return None
                captures = False
                verbose = (verbose or bool(added & SRE_FLAG_VERBOSE)) and not taken & SRE_FLAG_VERBOSE
            else:
                captures = False
        number = self.state.opengroup(name) if captures else None
        inner = self.alternatives(verbose)
        self.at += 1
        if number is not None:
            self.state.closegroup(number, inner)
        elif not added and not taken:
            # A group that says nothing is what is in it; if it is repeated, it is repeated as a whole.
            if not self._repeats(verbose):
                return inner
        return SUBPATTERN, (number, added, taken, inner)

    def _repeats(self, verbose):
        at = self.at
        while verbose and self.at < len(self.text) and self._skips_blank():
            pass
        sign = self.text[self.at:self.at + 1]
        self.at += 1
        answer = sign != "" and sign in "*+?" or sign == "{" and self._is_repeat()
        self.at = at
        return answer

    def _conditional(self, verbose):
        name = self.until(")")
        group = int(name) if name.isdigit() else self.state.groupdict[name]
        yes = self.sequence(verbose)
        no = self.sequence(verbose) if self.takes("|") else None
        self.at += 1
        return GROUPREF_EXISTS, (group, yes, no)

    def _assertion(self, verbose):
        direction = -1 if self.takes("<") else 1
        positive = self.take() == "="
        inner = self.alternatives(verbose)
        self.at += 1
        if positive:
            return ASSERT, (direction, inner)
        return (ASSERT_NOT, (direction, inner)) if inner else (FAILURE, ())

    def _flags(self):
        """Flags that are set, that are taken away, and whether they are the whole pattern's."""
        flags = [0, 0]
        which = 0
        while (sign := self.take()) not in ":)":
            if sign == "-":
                which = 1
            else:
                flags[which] |= FLAGS[sign]
        return flags[0], flags[1], sign == ")"


def fix_flags(src, flags):
    """The flags with those that the type of the pattern implies."""
    return re.compile(b"" if isinstance(src, bytes) else "", flags).flags


def parse(str, flags=0, state=None):
    """The tree of a pattern."""
    compiled = re.compile(str, flags & ~SRE_FLAG_DEBUG)
    if state is None:
        state = State()
    state.str = state.text = str
    state.flags = int(compiled.flags)
    text = str.decode("latin-1") if isinstance(str, (bytes, bytearray)) else str
    tree = _Reader(text, state).alternatives(bool(state.flags & SRE_FLAG_VERBOSE))
    if flags & SRE_FLAG_DEBUG:
        tree.dump()
    return tree


def parse_template(source, pattern):
    """A replacement as texts in turn with numbers of groups."""
    text = source if isinstance(source, str) else source.decode("latin-1")
    parts = [""]
    at = 0
    signs = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
    for found in re.finditer(r"\\(?:g<([^>]*)>|(0[0-7]{0,2}|[0-3][0-7]{2})|([1-9][0-9]?)|(.))", text, re.DOTALL):
        parts[-1] += text[at:found.start()]
        at = found.end()
        name, octal, number, sign = found.groups()
        if octal is not None:
            parts[-1] += chr(int(octal, 8))
        elif sign is not None:
            if sign not in signs and sign in ASCIILETTERS:
                raise PatternError(f"bad escape \\{sign}", source, found.start())
            parts[-1] += signs.get(sign, "\\" + sign)
        else:
            if number is not None or name.isdigit():
                group = int(number or name)
            else:
                try:
                    group = pattern.groupindex[name]
                except KeyError:
                    raise IndexError(f"unknown group name {name!r}") from None
            if group > pattern.groups:
                raise PatternError(f"invalid group reference {group}", source, found.start() + 1)
            parts += [group, ""]
    parts[-1] += text[at:]
    if isinstance(source, bytes):
        parts = [part.encode("latin-1") if isinstance(part, str) else part for part in parts]
    return parts
