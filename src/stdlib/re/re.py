"""Regular expressions."""

from _sre import (
    Match, Pattern, _compile, compile, escape, findall, finditer, fullmatch, match, purge, search, split, sub, subn,
)

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE",
    "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]

__version__ = "2.2.1"


class RegexFlag(int):
    """A flag of patterns, or several of them."""

    def __new__(cls, value=0):
        if isinstance(value, cls):
            return value
        member = _members.get(value)
        if member is None:
            member = int.__new__(cls, value)
            _members[value] = member
        return member

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        names = [name for name, flag in _flags.items() if flag and self & flag == flag]
        return "|".join(names) or ("NOFLAG" if not self else None)

    def __repr__(self):
        rest = int(self)
        names = []
        for name, flag in _flags.items():
            if flag and rest & flag:
                names.append("re." + name)
                rest &= ~int(flag)
        if rest > 0:
            names.append(hex(rest))
        return "|".join(names) or "re.NOFLAG"

    __str__ = object.__str__

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(511 & ~int(self))

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __iter__(self):
        return iter([flag for flag in _flags.values() if flag and int(self) & int(flag)])


_members = {}
_flags = {}
for _name, _value in [
    ("NOFLAG", 0), ("ASCII", 256), ("IGNORECASE", 2), ("LOCALE", 4), ("UNICODE", 32),
    ("MULTILINE", 8), ("DOTALL", 16), ("VERBOSE", 64), ("DEBUG", 128),
]:
    globals()[_name] = _flags[_name] = RegexFlag(_value)
    setattr(RegexFlag, _name, _flags[_name])
for _short, _name in [
    ("A", "ASCII"), ("I", "IGNORECASE"), ("L", "LOCALE"), ("U", "UNICODE"),
    ("M", "MULTILINE"), ("S", "DOTALL"), ("X", "VERBOSE"),
]:
    globals()[_short] = _flags[_name]
    setattr(RegexFlag, _short, _flags[_name])


class PatternError(Exception):
    """What is wrong with a pattern: msg, pattern, pos, lineno and colno tell more."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


class Scanner:
    """Splits a text by a list of (pattern, action) pairs."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._flags = int(flags)
        self._patterns = [compile(phrase, self._flags) for phrase, _ in lexicon]

    def scan(self, string):
        result = []
        at = 0
        while True:
            found = None
            for pattern, (_, action) in zip(self._patterns, self.lexicon):
                found = pattern.match(string, at)
                if found is not None:
                    break
            if found is None or found.end() == at:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = found.end()
        return result, string[at:]
