"""The core of `csv`: dialects, and rows from lines and back."""
import re

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_NAMES = (
    "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict",
)
_DEFAULTS = {
    "delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
    "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False,
}


class Error(Exception):
    """What is raised for text that cannot be read and rows that cannot be written."""


def _character(name, value, optional):
    if value is None and optional:
        return
    if not isinstance(value, str):
        wanted = "string or None" if optional else "string"
        raise TypeError(f'"{name}" must be {wanted}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')


class Dialect:
    """CSV dialect

The Dialect type records CSV dialect options."""

    __slots__ = _NAMES

    def __new__(cls, dialect=None, **given):
        for name in given:
            if name not in _NAMES:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if not given and type(dialect) is Dialect:
            return dialect
        values = {name: getattr(dialect, name, default) for name, default in _DEFAULTS.items()}
        values.update(given)
        # Without a quote character, and nothing said of quoting, nothing is quoted.
        if values["quotechar"] is None and "quoting" not in given and not hasattr(dialect, "quoting"):
            values["quoting"] = QUOTE_NONE
        for name in "doublequote", "skipinitialspace", "strict":
            values[name] = bool(values[name])
        _check(values)
        self = object.__new__(cls)
        for name, value in values.items():
            object.__setattr__(self, name, value)
        return self

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute")

    def __delattr__(self, name):
        raise AttributeError("readonly attribute")

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


def _check(values):
    delimiter, quote = values["delimiter"], values["quotechar"]
    escape, end = values["escapechar"], values["lineterminator"]
    _character("delimiter", delimiter, False)
    _character("escapechar", escape, True)
    if end is not None and not isinstance(end, str):
        raise TypeError('"lineterminator" must be a string')
    _character("quotechar", quote, True)
    if type(values["quoting"]) is not int:
        raise TypeError('"quoting" must be an integer')
    if not QUOTE_MINIMAL <= values["quoting"] <= QUOTE_NOTNULL:
        raise TypeError('bad "quoting" value')
    if quote is None and values["quoting"] != QUOTE_NONE:
        raise TypeError("quotechar must be set if quoting enabled")
    if end is None:
        raise TypeError("lineterminator must be set")
    spaces = " " if values["skipinitialspace"] else ""
    special = {"delimiter": delimiter, "escapechar": escape, "quotechar": quote}
    for name, char in special.items():
        if char is not None and (char in "\r\n" or char in spaces and name != "delimiter"):
            raise ValueError(f"bad {name} value")
    for one, other in ("delimiter", "escapechar"), ("delimiter", "quotechar"), ("escapechar", "quotechar"):
        if special[one] is not None and special[one] == special[other]:
            raise ValueError(f"bad {one} or {other} value")
    for name, char in special.items():
        if char is not None and char in end:
            raise ValueError(f"bad {name} or lineterminator value")


_dialects = {}
_limit = 131072


def register_dialect(name, dialect=None, /, **options):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name):
    """Forgets the name of a dialect."""
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    """The dialect of that name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    """The names of all known dialects."""
    return list(_dialects)


def field_size_limit(*new):
    """How long a field may be; sets that, if given, and returns what it was."""
    global _limit
    if len(new) > 1:
        raise TypeError(f"field_size_limit expected at most 1 argument, got {len(new)}")
    old = _limit
    if new:
        if not isinstance(new[0], int):
            raise TypeError("limit must be an integer")
        _limit = new[0]
    return old


def reader(*args, **options):
    """An iterator of rows, lists of strings, over an iterable of lines."""
    return Reader(*args, **options)


def writer(*args, **options):
    """What writes rows to a file."""
    return Writer(*args, **options)


def _two(args, options):
    if not args:
        raise TypeError(" expected at least 1 argument, got 0")
    if len(args) > 2:
        raise TypeError(f" expected at most 2 arguments, got {len(args)}")
    return args if len(args) == 2 else (args[0], options.pop("dialect", None))


# Where the reader stands between two characters, or two lines.
_START, _FIELD_START, _FIELD, _QUOTED, _QUOTE_IN_QUOTED, _ESCAPED, _ESCAPED_IN_QUOTED, _AFTER_ESCAPED_END, _ENDED = range(9)


class Reader:
    """Reads rows; what it knows of the row at hand is kept between lines, since quoted fields may have line ends."""

    def __init__(self, *args, **options):
        lines, dialect = _two(args, options)
        self._lines = iter(lines)
        self.dialect = dialect = Dialect(dialect, **options)
        self.line_num = 0
        specials = re.escape(dialect.delimiter + "\r\n" + (dialect.escapechar or ""))
        self._plain = re.compile(f"[^{specials}]+")
        self._quotable = dialect.quotechar is not None and dialect.quoting != QUOTE_NONE
        specials = re.escape((dialect.quotechar or "") + (dialect.escapechar or ""))
        self._inner = re.compile(f"[^{specials}]+" if specials else ".+", re.DOTALL)
        quiet = dialect.escapechar is None and dialect.quoting in (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONE)
        self._simple = quiet and not dialect.skipinitialspace

    def __iter__(self):
        return self

    def __next__(self):
        self._row, self._text, self._bare = [], "", False
        state = _START
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._text or state == _QUOTED:
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    return self._row
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in "
                            "text mode)")
            self.line_num += 1
            if state == _START and self._simple:
                row = self._split(line)
                if row is not None:
                    return row
            state = self._read(line, state)
            if state == _START:
                return self._row

    def _split(self, line):
        """The row of a line in which nothing is special."""
        text = line[:-1] if line.endswith("\n") else line
        if text.endswith("\r"):
            text = text[:-1]
        if "\n" in text or "\r" in text or self._quotable and self.dialect.quotechar in text:
            return None
        row = text.split(self.dialect.delimiter) if text else []
        return row if len(text) <= _limit else None

    def _add(self, text):
        if len(self._text) + len(text) > _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self._text += text

    def _save(self):
        """Ends the field; what was not quoted may be a number or nothing."""
        text, quoting = self._text, self.dialect.quoting
        self._text = ""
        if self._bare:
            if not text and quoting in (QUOTE_NOTNULL, QUOTE_STRINGS):
                text = None
            elif text and quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS):
                text = float(text)
        self._bare = False
        self._row.append(text)

    def _read(self, line, state):
        dialect = self.dialect
        delimiter, escape = dialect.delimiter, dialect.escapechar
        quote = dialect.quotechar if self._quotable else None
        place, length = 0, len(line)
        while True:
            # An empty character stands for the end of the line.
            char = line[place:place + 1]
            place += 1
            is_end = not char or char in "\r\n"
            if state == _START:
                if not char:
                    return _START
                state = _ENDED if is_end else _FIELD_START
                if is_end:
                    continue
            if state == _FIELD_START:
                if is_end:
                    self._bare = True
                    self._save()
                    state = _ENDED
                elif char == quote:
                    state = _QUOTED
                elif char == escape:
                    self._bare = True
                    state = _ESCAPED
                elif char == " " and dialect.skipinitialspace:
                    continue
                elif char == delimiter:
                    self._bare = True
                    self._save()
                else:
                    self._bare = True
                    state = _FIELD
                    place = self._run(self._plain, line, place - 1)
            elif state == _ESCAPED:
                self._add(char or "\n")
                state = _AFTER_ESCAPED_END if char and is_end else _FIELD
            elif state in (_FIELD, _AFTER_ESCAPED_END):
                # Behind an escaped line end only a delimiter or another line end counts: the record goes on.
                if state == _AFTER_ESCAPED_END and not char:
                    return state
                if is_end:
                    self._save()
                    state = _ENDED
                elif char == escape:
                    state = _ESCAPED
                elif char == delimiter:
                    self._save()
                    state = _FIELD_START
                else:
                    place = self._run(self._plain, line, place - 1)
            elif state == _QUOTED:
                if not char:
                    return state
                if char == escape:
                    state = _ESCAPED_IN_QUOTED
                elif char == quote:
                    state = _QUOTE_IN_QUOTED if dialect.doublequote else _FIELD
                else:
                    place = self._run(self._inner, line, place - 1)
            elif state == _ESCAPED_IN_QUOTED:
                self._add(char or "\n")
                state = _QUOTED
            elif state == _QUOTE_IN_QUOTED:
                if char == quote:
                    self._add(char)
                    state = _QUOTED
                elif char == delimiter:
                    self._save()
                    state = _FIELD_START
                elif is_end:
                    self._save()
                    state = _ENDED
                elif dialect.strict:
                    raise Error(f"'{delimiter}' expected after '{quote}'")
                else:
                    self._add(char)
                    state = _FIELD
            elif char and not is_end:
                raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
            if not char:
                return _START if state == _ENDED else state

    def _run(self, pattern, line, start):
        end = pattern.match(line, start).end()
        self._add(line[start:end])
        return end


class Writer:
    """Writes rows."""

    def __init__(self, *args, **options):
        file, dialect = _two(args, options)
        self.dialect = dialect = Dialect(dialect, **options)
        if not callable(getattr(file, "write", None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = file.write
        specials = "".join(filter(None, (dialect.delimiter, dialect.escapechar, dialect.quotechar, "\r\n",
                                         dialect.lineterminator)))
        self._special = re.compile(f"[{re.escape(specials)}]")

    def writerow(self, row, /):
        """Writes a row: an iterable of strings, numbers and what `str` makes text of."""
        try:
            fields = iter(row)
        except TypeError as error:
            raise Error(f"iterable expected, not {type(row).__name__}") from error
        shown = [self._field(field) for field in fields]
        dialect = self.dialect
        if len(shown) == 1 and not shown[0]:
            if dialect.quoting == QUOTE_NONE or self._is_null and dialect.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error("single empty field record must be quoted")
            shown = [dialect.quotechar * 2]
        return self._write(dialect.delimiter.join(shown) + dialect.lineterminator)

    def writerows(self, rows, /):
        """Writes rows."""
        for row in rows:
            self.writerow(row)

    def _field(self, field):
        dialect = self.dialect
        quoting = dialect.quoting
        if quoting == QUOTE_NONNUMERIC:
            quoted = not _is_number(field)
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(field, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = field is not None
        else:
            quoted = quoting == QUOTE_ALL
        self._is_null = field is None
        text = field if isinstance(field, str) else "" if field is None else str(field)
        if not text and dialect.delimiter == " " and dialect.skipinitialspace:
            if quoting == QUOTE_NONE or self._is_null and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
            quoted = True
        if self._special.search(text):
            text, needs_quotes = self._escaped(text)
            quoted = quoted or needs_quotes
        return f"{dialect.quotechar}{text}{dialect.quotechar}" if quoted else text

    def _escaped(self, text):
        dialect = self.dialect
        quote, escape = dialect.quotechar, dialect.escapechar
        quoted = False

        def shown(match):
            nonlocal quoted
            char = match[0]
            if dialect.quoting != QUOTE_NONE:
                if char == quote and dialect.doublequote:
                    quoted = True
                    return char + char
                if char != quote and char != escape:
                    quoted = True
                    return char
            if not escape:
                raise Error("need to escape, but no escapechar set")
            return escape + char

        return self._special.sub(shown, text), quoted


def _is_number(value):
    return any(hasattr(type(value), name) for name in ("__float__", "__int__", "__index__")) or type(value) is complex


Reader.__name__ = Reader.__qualname__ = "reader"
Writer.__name__ = Writer.__qualname__ = "writer"
