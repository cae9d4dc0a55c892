"""Headers that hold text in any character set: encoded words and how they are laid out in lines."""

__all__ = ["Header", "decode_header", "make_header"]

import binascii
import re

import email.base64mime
import email.charset
import email.quoprimime
from email.charset import UNKNOWN8BIT, Charset
from email.errors import HeaderParseError

USASCII, UTF8 = Charset("us-ascii"), Charset("utf-8")
MAXLINELEN = 78

# An encoded word: character set, encoding and text.
ecre = re.compile(r"=\?(?P<charset>[^?]*?)\?(?P<encoding>[qQbB])\?(?P<encoded>.*?)\?=", re.VERBOSE | re.MULTILINE)
_embedded_header = re.compile(r"\n[^ \t]+:")


def _words(header):
    """The pieces of a header: text and character set, the set None for plain pieces, bytes for encoded ones."""
    words = []
    for line in header.splitlines():
        at = 0
        for found in ecre.finditer(line):
            plain = line[at:found.start()]
            words.append((plain if at else plain.lstrip(), None))
            words.append((_decoded_word(found["encoded"], found["encoding"].lower()), found["charset"].lower()))
            at = found.end()
        plain = line[at:]
        words.append((plain if at else plain.lstrip(), None))
    return [word for word in words if word[0] or word[1] is not None]


def _decoded_word(text, encoding):
    if encoding == "q":
        return email.quoprimime.header_decode(text)
    if len(text) % 4:
        text += "==="[:4 - len(text) % 4]
    try:
        return email.base64mime.decode(text)
    except binascii.Error:
        raise HeaderParseError("Base64 decoding error") from None


def decode_header(header):
    """The pieces of a header, each with the name of its character set, None for one that is not encoded."""
    if hasattr(header, "_chunks"):
        return [(email.charset._encode(text, str(charset)), str(charset)) for text, charset in header._chunks]
    if not ecre.search(header):
        return [(header, None)]
    words = _words(header)
    # Blanks between two encoded words are there for the layout only.
    words = [
        word for place, word in enumerate(words)
        if not (1 < place + 1 < len(words) and word[1] is None and word[0].isspace()
                and words[place - 1][1] is not None and words[place + 1][1] is not None)
    ]
    pieces = []
    for text, charset in words:
        data = text.encode("raw-unicode-escape") if isinstance(text, str) else text
        if pieces and pieces[-1][1] == charset:
            pieces[-1] = (pieces[-1][0] + (b" " if charset is None else b"") + data, charset)
        else:
            pieces.append((data, charset))
    return pieces


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    """A Header of the pieces that decode_header gives."""
    header = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        header.append(text, charset)
    return header


class Header:
    """The value of a header, of pieces in different character sets."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        if charset is None:
            charset = USASCII
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        self._continuation_ws = continuation_ws
        self._chunks = []
        if s is not None:
            self.append(s, charset, errors)
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2

    def __str__(self):
        self._normalize()
        parts = []
        before = None
        ends_apart = None
        for text, charset in self._chunks:
            kind = charset
            if charset == UNKNOWN8BIT:
                text = text.encode("ascii", "surrogateescape").decode("ascii", "replace")
            if parts:
                if before not in (None, "us-ascii"):
                    if charset in (None, "us-ascii") and not (text and _stands_apart(text[0])):
                        parts.append(" ")
                        kind = None
                elif charset not in (None, "us-ascii") and not ends_apart:
                    parts.append(" ")
            ends_apart = text and _stands_apart(text[-1])
            before = kind
            parts.append(text)
        return "".join(parts)

    def __eq__(self, other):
        return other == str(self)

    def append(self, s, charset=None, errors="strict"):
        """Add a text, or bytes, in a character set; without one in that of the header."""
        if charset is None:
            charset = self._charset
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        if not isinstance(s, str):
            codec = charset.input_codec or "us-ascii"
            s = s.decode("us-ascii", "surrogateescape") if codec == UNKNOWN8BIT else s.decode(codec, errors)
        codec = charset.output_codec or "us-ascii"
        if codec != UNKNOWN8BIT:
            try:
                s.encode(codec, errors)
            except UnicodeEncodeError:
                if codec != "us-ascii":
                    raise
                charset = UTF8
        self._chunks.append((s, charset))

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        """The value as it is written, in lines that break at one of the characters if they can."""
        self._normalize()
        if maxlinelen is None:
            maxlinelen = self._maxlinelen
        layout = _Layout(self._headerlen, maxlinelen or 1_000_000, self._continuation_ws, splitchars)
        before = ends_apart = None
        for place, (text, charset) in enumerate(self._chunks):
            if place:
                if before not in (None, "us-ascii"):
                    if not (text and _stands_apart(text[0])) or charset not in (None, "us-ascii"):
                        layout.add_blank()
                elif charset not in (None, "us-ascii") and not ends_apart:
                    layout.add_blank()
            ends_apart = text and _stands_apart(text[-1])
            before = charset
            self._lay_out(layout, text, charset)
        if self._chunks:
            layout.add_blank()
        layout.end_line()
        value = linesep.join(layout.lines)
        if _embedded_header.search(value):
            raise HeaderParseError(f"header value appears to contain an embedded header: {value!r}")
        return value

    def _lay_out(self, layout, text, charset):
        first, *others = text.splitlines() or [""]
        layout.add("", first, charset)
        for line in others:
            layout.end_line()
            stripped = line.lstrip()
            if charset.header_encoding is not None:
                layout.add(self._continuation_ws, " " + stripped, charset)
            else:
                layout.add(line[:len(line) - len(stripped)], stripped, charset)
        if others:
            layout.end_line()

    def _normalize(self):
        """Put pieces together that have the same character set."""
        chunks = []
        for text, charset in self._chunks:
            if chunks and charset == chunks[-1][1]:
                chunks[-1] = (chunks[-1][0] + " " + text, chunks[-1][1])
            else:
                chunks.append((text, charset))
        self._chunks = chunks


def _stands_apart(sign):
    """Whether this may stand beside an encoded word without a blank."""
    return sign.isspace() or sign in "()\\"


class _Layout:
    """Lines that are being filled with pieces, each with the blanks before it."""

    def __init__(self, taken, width, continuation, splitchars):
        self.lines = []
        self._pieces = []
        # What the name of the header takes of the first line.
        self._taken = taken
        self._width = width
        self._continuation = continuation
        self._splitchars = splitchars

    def _length(self):
        return self._taken + sum(len(blanks) + len(text) for blanks, text in self._pieces)

    def _text(self):
        return "".join(blanks + text for blanks, text in self._pieces)

    def _begin(self, pieces=()):
        self._pieces = list(pieces)
        self._taken = 0

    def add_blank(self):
        self._pieces.append((" ", ""))

    def end_line(self):
        if self._pieces and self._pieces[-1] == (" ", ""):
            self._pieces.pop()
        if self._length() > 0:
            text = self._text()
            if not self._taken and text.isspace() and self.lines:
                self.lines[-1] += text
            else:
                self.lines.append(text)
        self._begin()

    def add(self, blanks, text, charset):
        if charset.header_encoding is None:
            # Runs of blanks in turn with what is between them; the first run may be empty.
            pieces = re.split("([ \t]+)", blanks + text)
            pieces = [""] + pieces if pieces[0] else pieces[1:]
            for place in range(0, len(pieces) - 1, 2):
                self._place(pieces[place], pieces[place + 1])
            return
        first, *others = charset.header_encode_lines(text, self._rooms())
        if first is not None:
            self._place(blanks, first)
        if others:
            self.end_line()
            self.lines += [self._continuation + line for line in others[:-1]]
            self._pieces.append((self._continuation, others[-1]))

    def _rooms(self):
        yield self._width - self._length()
        while True:
            yield self._width - len(self._continuation)

    def _place(self, blanks, text):
        """Add a piece; if the line is too long now, it ends at the best place."""
        self._pieces.append((blanks, text))
        if self._length() <= self._width:
            return
        at = self._best_break()
        if at is not None:
            rest = self._pieces[at:]
            del self._pieces[at:]
            self.lines.append(self._text())
            self._begin(rest)
            return
        blanks, text = self._pieces.pop()
        if self._taken > 0:
            # The name of the header stands alone in its line.
            self.end_line()
            blanks = blanks or " "
        self._pieces.append((blanks, text))

    def _best_break(self):
        for sign in self._splitchars:
            for at in range(len(self._pieces) - 1, 0, -1):
                if sign.isspace() and self._pieces[at][0].startswith(sign):
                    return at
                if self._pieces[at - 1][1].endswith(sign):
                    return at
        return None
