"""Reads TOML, the format of settings."""
import re

__all__ = ("loads", "load", "TOMLDecodeError")


class TOMLDecodeError(ValueError):
    """A text that is no TOML."""


def load(fp, /, *, parse_float=float):
    """Reads a file that is open for bytes."""
    try:
        text = fp.read().decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Reads a text; `parse_float` makes numbers of decimals."""
    try:
        text = s.replace("\r\n", "\n")
    except AttributeError:
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    return _Document(text, parse_float).read()


_SPACE, _SPACE_AND_LINES = re.compile(r"[ \t]*"), re.compile(r"[ \t\n]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL, _CONTROL_BUT_LINE = re.compile(r"[\0-\x08\n-\x1f\x7f]"), re.compile(r"[\0-\x08\x0b-\x1f\x7f]")
_STRING_END, _LINES_END = re.compile(r'["\\\0-\x08\n-\x1f\x7f]'), re.compile(r'["\\\0-\x08\x0b-\x1f\x7f]')
_CLOCK = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_TIME = re.compile(_CLOCK)
_DATE = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
                   rf"(?:[Tt ]{_CLOCK}(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")
_DIGITS = "[0-9](?:_?[0-9])*"
_NUMBER = re.compile(r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
                     rf"|[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<decimals>(?:\.{_DIGITS})?(?:[eE][+-]?{_DIGITS})?)")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class _Names:
    """What is known of a dotted name: whether it may be changed, and whether a header has declared it."""

    def __init__(self):
        self.inner = {}
        self.is_declared = self.is_frozen_inside = False

    def at(self, key):
        """The entry of a name, made if there is none."""
        found = self
        for part in key:
            found = found.inner.setdefault(part, _Names())
        return found

    def find(self, key):
        """The entry of a name, if there is one, and whether one around it is frozen with all that it has."""
        found = self
        for part in key:
            if part not in found.inner:
                return None, False
            found = found.inner[part]
            if found.is_frozen_inside:
                return found, True
        return found, False

    def frozen(self, key):
        return bool(key) and self.find(key)[1]

    def declared(self, key):
        found, inside = self.find(key)
        return bool(key) and found is not None and not inside and found.is_declared

    def forget(self, key):
        around, _ = self.find(key[:-1])
        if around is not None:
            around.inner.pop(key[-1], None)


def _table(root, key, into_lists=True):
    """The table of a name, made if there is none; `KeyError` if something else is there."""
    found = root
    for part in key:
        found = found.setdefault(part, {})
        if into_lists and isinstance(found, list):
            found = found[-1]
        if not isinstance(found, dict):
            raise KeyError(part)
    return found


class _Document:
    """A text, and the place in it up to which it has been read."""

    def __init__(self, text, parse_float):
        self.text, self.place = text, 0
        self.parse_float = parse_float
        self.root, self.names = {}, _Names()
        self.header = ()
        # Tables that dotted names have made since the last header: another header cannot declare them.
        self.pending = set()

    def error(self, message, place=None):
        place = self.place if place is None else place
        if place >= len(self.text):
            where = "end of document"
        else:
            line = self.text.count("\n", 0, place) + 1
            where = f"line {line}, column {place - self.text.rfind(chr(10), 0, place)}"
        return TOMLDecodeError(f"{message} (at {where})")

    def skip(self, pattern):
        self.place = pattern.match(self.text, self.place).end()

    def next(self):
        """The next character; an empty one at the end."""
        return self.text[self.place:self.place + 1]

    def accept(self, text):
        if not self.text.startswith(text, self.place):
            return False
        self.place += len(text)
        return True

    def read(self):
        while True:
            self.skip(_SPACE_AND_LINES)
            char = self.next()
            if not char:
                return self.root
            if char == "[":
                self.read_header()
            elif char in "\"'" or _BARE_KEY.match(char):
                self.read_assignment()
            elif char != "#":
                raise self.error("Invalid statement")
            self.skip(_SPACE)
            self.skip_comment()
            if self.next() not in ("", "\n"):
                raise self.error("Expected newline or end of document after a statement")

    def skip_comment(self):
        if self.accept("#"):
            self.until("\n", _CONTROL, False)

    def until(self, end, wrong, must_end):
        """The text before `end`, which is left; `wrong` may not be in it."""
        start = self.place
        stop = self.text.find(end, start)
        if stop < 0:
            stop = len(self.text)
            if must_end:
                raise self.error(f"Expected {end!r}", stop)
        bad = wrong.search(self.text, start, stop)
        if bad:
            raise self.error(f"Found invalid character {bad[0]!r}", bad.start())
        self.place = stop
        return self.text[start:stop]

    def read_header(self):
        for key in self.pending:
            self.names.at(key).is_declared = True
        self.pending.clear()
        several = self.accept("[[")
        if not several:
            self.place += 1
        self.skip(_SPACE)
        key = self.read_key()
        if several:
            if self.names.frozen(key):
                raise self.error(f"Cannot mutate immutable namespace {key}")
            self.names.forget(key)
        elif self.names.declared(key) or self.names.frozen(key):
            raise self.error(f"Cannot declare {key} twice")
        self.names.at(key).is_declared = True
        try:
            if several:
                tables = _table(self.root, key[:-1]).setdefault(key[-1], [])
                if not isinstance(tables, list):
                    raise KeyError(key[-1])
                tables.append({})
            else:
                _table(self.root, key)
        except KeyError:
            raise self.error("Cannot overwrite a value") from None
        if not self.accept("]]" if several else "]"):
            raise self.error("Expected ']]' at the end of an array declaration" if several else
                             "Expected ']' at the end of a table declaration")
        self.header = key

    def read_assignment(self):
        key, value = self.read_pair()
        around = self.header + key[:-1]
        for length in range(1, len(key)):
            outer = self.header + key[:length]
            if self.names.declared(outer):
                raise self.error(f"Cannot redefine namespace {outer}")
            self.pending.add(outer)
        if self.names.frozen(around):
            raise self.error(f"Cannot mutate immutable namespace {around}")
        try:
            table = _table(self.root, around)
        except KeyError:
            raise self.error("Cannot overwrite a value") from None
        if key[-1] in table:
            raise self.error("Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            self.names.at(self.header + key).is_frozen_inside = True
        table[key[-1]] = value

    def read_pair(self):
        key = self.read_key()
        if not self.accept("="):
            raise self.error("Expected '=' after a key in a key/value pair")
        self.skip(_SPACE)
        return key, self.read_value()

    def read_key(self):
        parts = []
        while True:
            parts.append(self.read_key_part())
            self.skip(_SPACE)
            if not self.accept("."):
                return tuple(parts)
            self.skip(_SPACE)

    def read_key_part(self):
        bare = _BARE_KEY.match(self.text, self.place)
        if bare:
            self.place = bare.end()
            return bare[0]
        if self.next() == "'":
            return self.read_literal()
        if self.accept('"'):
            return self.read_string(_STRING_END, '"')
        raise self.error("Invalid initial character for a key part")

    # Values.

    def read_value(self):
        start = self.place
        if self.accept('"""'):
            self.accept("\n")
            return self.with_quotes(self.read_string(_LINES_END, '"""'), '"')
        if self.accept('"'):
            return self.read_string(_STRING_END, '"')
        if self.accept("'''"):
            self.accept("\n")
            text = self.until("'''", _CONTROL_BUT_LINE, True)
            self.place += 3
            return self.with_quotes(text, "'")
        if self.next() == "'":
            return self.read_literal()
        for word, value in ("true", True), ("false", False):
            if self.accept(word):
                return value
        if self.accept("["):
            return self.read_array()
        if self.accept("{"):
            return self.read_inline_table()
        return self.read_number(start)

    def read_literal(self):
        self.place += 1
        text = self.until("'", _CONTROL, True)
        self.place += 1
        return text

    def with_quotes(self, text, quote):
        """Up to two quotes before the three that end a string belong to it."""
        for _ in range(2):
            if not self.accept(quote):
                break
            text += quote
        return text

    def read_string(self, ends, quote):
        parts = []
        start = self.place
        while True:
            found = ends.search(self.text, self.place)
            if not found:
                raise self.error("Unterminated string", len(self.text))
            char, self.place = found[0], found.start()
            if char == "\\":
                parts.append(self.text[start:self.place])
                parts.append(self.read_escape(len(quote) == 3))
                start = self.place
            elif char != '"':
                raise self.error(f"Illegal character {char!r}")
            elif self.text.startswith(quote, self.place):
                parts.append(self.text[start:self.place])
                self.place += len(quote)
                return "".join(parts)
            else:
                self.place += 1

    def read_escape(self, several_lines):
        char = self.text[self.place + 1:self.place + 2]
        self.place += 2 if char else 1
        if several_lines and char and char in " \t\n":
            if char != "\n":
                self.skip(_SPACE)
                if not self.next():
                    return ""
                if not self.accept("\n"):
                    raise self.error("Unescaped '\\' in a string")
            self.skip(_SPACE_AND_LINES)
            return ""
        if char and char in "uU":
            return self.read_code(4 if char == "u" else 8)
        if char not in _ESCAPES:
            raise self.error("Unescaped '\\' in a string", self.place if char else self.place + 1)
        return _ESCAPES[char]

    def read_code(self, length):
        digits = self.text[self.place:self.place + length]
        if not re.fullmatch(f"[0-9A-Fa-f]{{{length}}}", digits):
            raise self.error("Invalid hex value")
        self.place += length
        code = int(digits, 16)
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            raise self.error("Escaped character is not a Unicode scalar value")
        return chr(code)

    def skip_between(self):
        """Space, lines and comments between the items of an array."""
        before = None
        while before != self.place:
            before = self.place
            self.skip(_SPACE_AND_LINES)
            self.skip_comment()

    def read_array(self):
        items = []
        self.skip_between()
        while not self.accept("]"):
            items.append(self.read_value())
            self.skip_between()
            if self.accept("]"):
                break
            if not self.accept(","):
                raise self.error("Unclosed array")
            self.skip_between()
        return items

    def read_inline_table(self):
        table, names = {}, _Names()
        self.skip(_SPACE)
        if self.accept("}"):
            return table
        while True:
            key, value = self.read_pair()
            if names.frozen(key):
                raise self.error(f"Cannot mutate immutable namespace {key}")
            try:
                inner = _table(table, key[:-1], False)
            except KeyError:
                raise self.error("Cannot overwrite a value") from None
            if key[-1] in inner:
                raise self.error(f"Duplicate inline table key {key[-1]!r}")
            inner[key[-1]] = value
            self.skip(_SPACE)
            if self.accept("}"):
                return table
            if not self.accept(","):
                raise self.error("Unclosed inline table")
            if isinstance(value, (dict, list)):
                names.at(key).is_frozen_inside = True
            self.skip(_SPACE)

    def read_number(self, start):
        text = self.text
        if match := _DATE.match(text, start):
            try:
                value = _moment(match)
            except ValueError as error:
                raise self.error("Invalid date or datetime") from error
        elif match := _TIME.match(text, start):
            import datetime
            hour, minute, second, fraction = match.groups()
            value = datetime.time(int(hour), int(minute), int(second), _microseconds(fraction))
        elif match := _NUMBER.match(text, start):
            value = self.decimal(match[0]) if match["decimals"] else int(match[0], 0)
        elif match := re.compile("[+-]?(?:inf|nan)").match(text, start):
            value = self.decimal(match[0])
        else:
            raise self.error("Invalid value")
        self.place = match.end()
        return value

    def decimal(self, text):
        if self.parse_float is float:
            return float(text)
        value = self.parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value


def _microseconds(fraction):
    return int(fraction.ljust(6, "0")) if fraction else 0


def _moment(match):
    import datetime
    *parts, fraction, zulu, sign, hours, minutes = match.groups()
    numbers = [int(part) for part in parts if part is not None]
    if len(numbers) == 3:
        return datetime.date(*numbers)
    zone = datetime.timezone.utc if zulu else None
    if sign:
        offset = datetime.timedelta(hours=int(hours), minutes=int(minutes))
        zone = datetime.timezone(-offset if sign == "-" else offset)
    return datetime.datetime(*numbers, _microseconds(fraction), tzinfo=zone)
