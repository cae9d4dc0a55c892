"""The tokens of a source text, with comments and line ends, and texts from tokens."""
import re
import sys
import token as _token
from builtins import open as _open
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = _token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open", "TokenError"]

cookie_re = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
blank_re = re.compile(rb"^[ \t\f]*(?:[#\r\n]|$)", re.ASCII)


class TokenError(Exception):
    """A text that has no tokens."""


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    """A token: its kind, its text, where it begins and ends, and the lines that it is in."""

    def __repr__(self):
        return (f"TokenInfo(type={self.type} ({tok_name[self.type]}), string={self.string!r}, start={self.start!r}, "
                f"end={self.end!r}, line={self.line!r})")

    @property
    def exact_type(self):
        """The kind, for operators the very one."""
        return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type


_DIGITS = r"[0-9](?:_?[0-9])*"
_EXPONENT = rf"[eE][-+]?{_DIGITS}"
_NUMBER = re.compile(rf"(?:{_DIGITS}\.(?:{_DIGITS})?|\.{_DIGITS}|{_DIGITS})(?:{_EXPONENT})?[jJ]?")
_RADIX = re.compile(r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+")
# All beyond ASCII may be in names; the grammar looks closer.
_NAME = re.compile("[A-Za-z0-9_\x80-\U0010ffff]+")
_PREFIX = re.compile(r"""(?i:(?P<f>fr?|rf)|[bu]|br?|rb?|r|)(?P<quote>'''|\"""|'|")""")
_OPERATORS = re.compile("|".join(map(re.escape, sorted([*EXACT_TOKEN_TYPES, "<>"], key=len, reverse=True))))
_PLAIN_STRING = {
    quote: re.compile(rf"(?:[^{quote[0]}\\]|\\.|{quote[0]}(?!{quote[0] * 2}))*{quote}" if len(quote) == 3 else
                      rf"(?:[^{quote}\\\n]|\\.)*{quote}", re.DOTALL)
    for quote in ("'", '"', "'''", '"""')
}
_RADIX_NAMES = {"x": "hexadecimal", "b": "binary", "o": "octal"}
# Words that may stand right behind a number.
_AFTER_NUMBER = re.compile("and|else|for|if|in|is|not|or")


class _Format:
    """A string with fields that is being read: its quotes, and where its field stands."""

    def __init__(self, quote, raw):
        self.quote, self.raw = quote, raw
        # For each field around: how deep brackets were, and whether its format is being read.
        self.fields = []


class _Scanner:
    """Goes through a text from the beginning to the end."""

    def __init__(self, text):
        self.text, self.place = text, 0
        self.starts = [0] + [match.end() for match in re.finditer("\n", text)]
        if self.starts[-1] == len(text):
            self.starts.pop()
        self.row = 0
        self.indents = [""]
        self.depth = 0
        self.strings = []

    def lines(self, first, last):
        """The text of lines, by their numbers from 1."""
        start = self.starts[first - 1] if first <= len(self.starts) else len(self.text)
        return self.text[start:self.starts[last] if last < len(self.starts) else len(self.text)]

    def position(self, place):
        """Line and column; lines are gone through in order."""
        while self.row + 1 < len(self.starts) and self.starts[self.row + 1] <= place:
            self.row += 1
        return self.row + 1, place - self.starts[self.row] if self.starts else 0

    def make(self, kind, start, end):
        first, last = self.position(start), self.position(end)
        return TokenInfo(kind, self.text[start:end], first, last, self.lines(first[0], last[0]))

    def take(self, kind, end):
        found = self.make(kind, self.place, end)
        self.place = end
        return found

    def error(self, message, place):
        row, column = self.position(place)
        return TokenError(message, (row, column + 1))

    def run(self):
        if "\0" in self.text:
            raise TokenError("source code cannot contain null bytes", (1, 0))
        while self.place < len(self.text):
            if self.depth == 0 and not self.strings:
                yield from self.begin_line()
            is_open = False
            while self.place < len(self.text):
                is_open = True
                if self.strings and self.in_text():
                    yield from self.format_text()
                    continue
                found = self.next_token()
                if found is None:
                    continue
                yield found
                if found.type == NEWLINE:
                    is_open = False
                    break
            if is_open and not self.depth and not self.strings:
                yield self.line_end(NEWLINE)
        yield from self.finish()

    def finish(self):
        count = len(self.starts)
        if self.depth or self.strings:
            raise TokenError("unexpected EOF in multi-line statement", (count, 0))
        end = (count + 1, 0)
        for _ in self.indents[1:]:
            yield TokenInfo(DEDENT, "", end, end, "")
        yield TokenInfo(ENDMARKER, "", end, end, "")

    # Lines.

    def begin_line(self):
        """Empty lines and comments; then what the indentation of the line means."""
        while self.place < len(self.text):
            match = re.compile(r"[ \t\f]*").match(self.text, self.place)
            end = match.end()
            char = self.text[end:end + 1]
            if char == "#":
                self.place = end
                yield self.take(COMMENT, re.compile(r"[^\r\n]*").match(self.text, end).end())
                yield self.line_end(NL)
            elif char in ("\n", "\r"):
                self.place = end
                yield self.line_end(NL)
            elif char == "":
                self.place = end
            else:
                yield from self.indentation(match[0].rpartition("\f")[2], end)
                return

    def line_end(self, kind):
        """The token for the end of a line; an empty one where the text ends without it."""
        match = re.compile("\r?\n|\r").match(self.text, self.place)
        if match:
            start = self.place
            row, column = self.position(start)
            self.place = match.end()
            return TokenInfo(kind, match[0], (row, column), (row, column + len(match[0])), self.lines(row, row))
        row, column = self.position(self.place)
        return TokenInfo(kind, "", (row, column), (row, column + 1), self.lines(row, row))

    def indentation(self, white, end):
        start, self.place = self.place, end
        width, small = _widths(white)
        before, before_small = _widths(self.indents[-1])
        row, column = self.position(end)
        if (width, small) == (before, before_small):
            return
        if (width > before) == (small > before_small) and width != before:
            if width > before:
                self.indents.append(white)
                yield self.make(INDENT, start, end)
                return
            if any(_widths(each)[0] == width for each in self.indents):
                while _widths(self.indents[-1])[0] > width:
                    self.indents.pop()
                    yield TokenInfo(DEDENT, "", (row, column), (row, column), self.lines(row, row))
                return
            message, kind = "unindent does not match any outer indentation level", IndentationError
        else:
            message, kind = "inconsistent use of tabs and spaces in indentation", TabError
        line = self.lines(row, row).rstrip("\r\n")
        raise kind(message, ("<string>", row, len(line) + 1, line, None, None))

    # Tokens.

    def next_token(self):
        text = self.text
        self.place = re.compile(r"[ \t\f]*").match(text, self.place).end()
        place = self.place
        char = text[place:place + 1]
        if char in ("\n", "\r", ""):
            inside = self.depth or self.strings
            if not char:
                return None
            return self.line_end(NL if inside else NEWLINE)
        if char == "#":
            return self.take(COMMENT, re.compile(r"[^\r\n]*").match(text, place).end())
        if char == "\\":
            return self.continuation()
        if char.isdigit() and char.isascii() or char == "." and text[place + 1:place + 2].isdigit():
            return self.number()
        prefix = _PREFIX.match(text, place)
        if prefix:
            return self.string(prefix)
        name = _NAME.match(text, place)
        if name:
            return self.take(NAME, name.end())
        return self.operator()

    def continuation(self):
        match = re.compile(r"\\\r?\n").match(self.text, self.place)
        if match:
            self.place = match.end()
            if self.place == len(self.text):
                raise TokenError("unexpected EOF in multi-line statement", (len(self.starts), 0))
            return None
        if self.place + 1 == len(self.text):
            raise TokenError("unexpected EOF in multi-line statement", (len(self.starts), 0))
        row, column = self.position(self.place)
        raise TokenError("unexpected character after line continuation character", (row, len(self.lines(row, row))))

    def number(self):
        text, place = self.text, self.place
        radix = text[place + 1:place + 2].lower() if text[place] == "0" else ""
        name = _RADIX_NAMES.get(radix)
        if name:
            match = _RADIX.match(text, place)
            if not match:
                bad = text[place + 2:place + 3]
                if bad.isdigit():
                    raise self.error(f"invalid digit '{bad}' in {name} literal", place + 2)
                raise self.error(f"invalid {name} literal", place + 1)
        else:
            match = _NUMBER.match(text, place)
        end = match.end()
        behind = text[end:end + 1]
        if name and behind.isdigit():
            raise self.error(f"invalid digit '{behind}' in {name} literal", end)
        wrong = behind == "_" or (behind.isalpha() and not _AFTER_NUMBER.match(text, end) and behind not in "eE")
        if wrong:
            raise self.error(f"invalid {name or 'decimal'} literal", end if behind == "_" else end - 1)
        return self.take(NUMBER, end)

    def string(self, prefix):
        quote, start = prefix["quote"], self.place
        if prefix["f"]:
            self.strings.append(_Format(quote, "r" in prefix["f"].lower()))
            return self.take(FSTRING_START, prefix.end())
        match = _PLAIN_STRING[quote].match(self.text, prefix.end())
        if match:
            return self.take(STRING, match.end())
        if len(quote) == 3:
            raise self.error("EOF in multi-line string", start)
        if self.strings and self.strings[-1].quote == quote:
            raise self.error("f-string: expecting '}'", start)
        row, _ = self.position(start)
        raise self.error(f"unterminated string literal (detected at line {row})", start)

    def operator(self):
        text, place = self.text, self.place
        match = _OPERATORS.match(text, place)
        end = match.end() if match else place + 1
        string = self.strings[-1] if self.strings else None
        if string and string.fields:
            depth, _ = string.fields[-1]
            if depth == self.depth and text[place] in ":!}" and text[place:end] not in ("!=",):
                end = place + 1
                if text[place] == ":":
                    string.fields[-1] = depth, True
                elif text[place] == "}":
                    string.fields.pop()
                    self.depth -= 1
                return self.take(OP, end)
        shown = text[place:end]
        if shown in "([{":
            self.depth += 1
        elif shown in ")]}" and self.depth:
            self.depth -= 1
        return self.take(OP, end)

    # Strings with fields.

    def in_text(self):
        """Whether the place is in the text of a string, or in the format of a field."""
        string = self.strings[-1]
        return not string.fields or string.fields[-1][1] and string.fields[-1][0] == self.depth

    def format_text(self):
        string = self.strings[-1]
        text, start = self.text, self.place
        in_format = bool(string.fields)
        place = start
        while True:
            char = text[place:place + 1]
            if not char or char == "\n" and len(string.quote) == 1:
                yield from self.unclosed(string, in_format, start, place)
                return
            if char == "\\" and not (string.raw and text[place + 1:place + 2] in "{}"):
                named = re.compile(r"\\N\{[^}\n]*\}").match(text, place)
                if named and not string.raw:
                    # The name of a character ends the token.
                    yield from self.middle(start, named.end())
                    return
                else:
                    place += 1 if text[place + 1:place + 2] in ("{", "}") else 2
            elif not in_format and text.startswith(string.quote, place):
                yield from self.middle(start, place)
                yield self.take(FSTRING_END, place + len(string.quote))
                self.strings.pop()
                return
            elif in_format and text.startswith(string.quote, place):
                raise self.error("f-string: expecting '}'", place)
            elif char in "{}" and text[place + 1:place + 2] == char and not in_format:
                yield self.make(FSTRING_MIDDLE, start, place + 1)
                self.place = place + 2
                return
            elif char == "{":
                yield from self.middle(start, place)
                self.depth += 1
                string.fields.append((self.depth, False))
                yield self.take(OP, place + 1)
                return
            elif char == "}" and in_format:
                if place == start:
                    yield self.make(FSTRING_MIDDLE, start, place)
                yield from self.middle(start, place)
                string.fields.pop()
                self.depth -= 1
                yield self.take(OP, place + 1)
                return
            elif char == "}":
                raise self.error("f-string: single '}' is not allowed", place)
            else:
                place += 1

    def middle(self, start, end):
        if start < end:
            self.place = start
            yield self.take(FSTRING_MIDDLE, end)
        self.place = end

    def unclosed(self, string, in_format, start, place):
        if in_format and self.text[place:place + 1] == "\n":
            # A format ends with its line.
            yield from self.middle(start, place)
            depth, _ = string.fields[-1]
            string.fields[-1] = depth, False
            return
        row, _ = self.position(place)
        kind = "triple-quoted f-string" if len(string.quote) == 3 else "f-string"
        raise self.error(f"unterminated {kind} literal (detected at line {row})", start)


def _widths(white):
    """How wide an indentation is with tabs to every eighth column, and with tabs of one."""
    return len(white.expandtabs(8)), len(white)


def _read_all(readline):
    parts = []
    while True:
        try:
            line = readline()
        except StopIteration:
            break
        if not line:
            break
        parts.append(line)
    return parts


def generate_tokens(readline):
    """The tokens of the lines that a function gives, as text."""
    return _Scanner("".join(_read_all(readline))).run()


def tokenize(readline):
    """The tokens of the lines that a function gives, as bytes; the first one is the encoding."""
    encoding, first = detect_encoding(readline)
    yield TokenInfo(ENCODING, "utf-8" if encoding == "utf-8-sig" else encoding, (0, 0), (0, 0), "")
    text = b"".join([*first, *_read_all(readline)]).decode(encoding)
    yield from _Scanner(text.removeprefix("\ufeff")).run()


def _normal_name(name):
    short = name[:12].lower().replace("_", "-")
    if short == "utf-8" or short.startswith("utf-8-"):
        return "utf-8"
    known = ("latin-1", "iso-8859-1", "iso-latin-1")
    return "iso-8859-1" if short in known or short.startswith(tuple(f"{each}-" for each in known)) else name


def detect_encoding(readline):
    """The encoding that the first two lines tell, and the lines that were read for that."""
    filename = getattr(getattr(readline, "__self__", None), "name", None)

    def read():
        try:
            return readline()
        except StopIteration:
            return b""

    def fault(text):
        return SyntaxError(f"{text} for {filename!r}" if filename is not None else text)

    def cookie(line):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            raise fault("invalid or missing encoding declaration") from None
        match = cookie_re.match(text)
        if not match:
            return None
        name = _normal_name(match[1])
        try:
            codec = lookup(name)
        except LookupError:
            raise SyntaxError(f"unknown encoding for {filename!r}: {name}" if filename is not None else
                              f"unknown encoding: {name}") from None
        if has_mark:
            if name != "utf-8":
                raise fault("encoding problem" if filename is not None else "encoding problem: utf-8")
            name += "-sig"
        return name

    first = read()
    has_mark = first.startswith(BOM_UTF8)
    first = first.removeprefix(BOM_UTF8)
    default = "utf-8-sig" if has_mark else "utf-8"
    found = cookie(first) if first else None
    if found or not first or not blank_re.match(first):
        return found or default, [first] if first else []
    # An empty line or a comment: the next line may tell.
    second = read()
    if not second:
        return default, [first]
    return cookie(second) or default, [first, second]


def open(filename):
    """Opens a file of source in the encoding that it tells."""
    import io
    file = _open(filename, "rb")
    try:
        encoding, _ = detect_encoding(file.readline)
        file.seek(0)
        text = io.TextIOWrapper(file, encoding, line_buffering=True)
        text.mode = "r"
        return text
    except BaseException:
        file.close()
        raise


def untokenize(iterable):
    """A text with these tokens: in their places, or, for pairs of kind and text, with the same tokens when read again."""
    writer = _Writer()
    text = writer.write(iterable)
    return text if writer.encoding is None else text.encode(writer.encoding)


class _Writer:
    def __init__(self):
        self.parts = []
        self.row, self.column = 1, 0
        self.encoding = None

    def write(self, iterable):
        tokens = iter(iterable)
        indents, at_start = [], False
        for each in tokens:
            if len(each) == 2:
                self.compact(each, tokens)
                break
            kind, text, start, end, line = each
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.row, self.column = end
                continue
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                if start[1] >= len(indents[-1]):
                    self.parts.append(indents[-1])
                    self.column = len(indents[-1])
                at_start = False
            elif kind == FSTRING_MIDDLE and ("{" in text or "}" in text):
                # One of each two braces is left out of the token.
                row, column = end
                doubled = _with_braces(text)
                end = row, column + len(doubled) - len(text)
                text = doubled
            self.space(start)
            self.parts.append(text)
            self.row, self.column = end
            if kind in (NEWLINE, NL):
                self.row, self.column = self.row + 1, 0
        return "".join(self.parts)

    def space(self, start):
        row, column = start
        if row < self.row or row == self.row and column < self.column:
            raise ValueError(f"start ({row},{column}) precedes previous end ({self.row},{self.column})")
        if row > self.row:
            self.parts.append("\\\n" * (row - self.row))
            self.column = 0
        self.parts.append(" " * (column - self.column))

    def compact(self, first, tokens):
        indents, at_start = [], first[0] in (NEWLINE, NL)
        was_string = in_format = False
        for kind, text, *_ in [first, *tokens]:
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += " "
            is_string = kind == STRING
            if is_string and was_string:
                text = " " + text
            was_string = is_string
            if kind == FSTRING_START:
                in_format = True
            elif kind == FSTRING_END:
                in_format = False
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                self.parts.append(indents[-1])
                at_start = False
            elif kind == FSTRING_MIDDLE:
                text = _with_braces(text)
            self.parts.append(text)


def _with_braces(text):
    return re.sub(r"\\N\{[^}]*\}|[{}]", lambda match: match[0] if len(match[0]) > 1 else match[0] * 2, text)


def main():
    import argparse
    parser = argparse.ArgumentParser(prog="python -m tokenize")
    parser.add_argument(dest="filename", nargs="?", metavar="filename.py", help="the file to tokenize; defaults to stdin")
    parser.add_argument("-e", "--exact", dest="exact", action="store_true", help="display token names using the exact type")
    args = parser.parse_args()
    try:
        if args.filename:
            with _open(args.filename, "rb") as file:
                tokens = list(tokenize(file.readline))
        else:
            tokens = generate_tokens(sys.stdin.readline)
        for each in tokens:
            kind = each.exact_type if args.exact else each.type
            place = "%d,%d-%d,%d:" % (each.start + each.end)
            print(f"{place:<20}{tok_name[kind]:<15}{each.string!r:<15}")
    except (TokenError, SyntaxError, OSError) as error:
        print(f"{args.filename or '<stdin>'}: error: {error}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
