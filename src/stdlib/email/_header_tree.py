"""What headers are made of once they are understood: a tree of leaves and nodes, and how it is laid out in lines."""

import re
import sys
import urllib.parse

from email import _encoded_words, errors, utils

BLANKS = " \t"
SPECIALS = frozenset('()<>@,:;.\\"[]')
_SPECIALS_OR_ENDS = SPECIALS | {"\n", "\r"}


def quote_string(value):
    """A text between double quotes."""
    return '"' + str(value).replace("\\", "\\\\").replace('"', r"\"") + '"'


class Leaf(str):
    """A piece of text. `kind` tells what it is, `encodable` whether it may become an encoded word, `breaks` whether a line
    may end before it, `combines` whether it may share an encoded word with what is before it."""

    encodable = combines = breaks = True

    def __new__(cls, text, kind):
        self = super().__new__(cls, text)
        self.kind = kind
        self.defects = []
        return self

    def __getnewargs__(self):
        return str(self), self.kind

    @property
    def value(self):
        """What it means: blanks are one blank."""
        return " " if self.kind == "blanks" else str(self)

    @property
    def all_defects(self):
        return self.defects

    def begins_blank(self):
        return self.kind in ("blanks", "no-blanks")


class Hidden(Leaf):
    """Blanks between two encoded words, which are there for the layout only."""

    def __new__(cls):
        return super().__new__(cls, "", "no-blanks")

    def __getnewargs__(self):
        return ()


class Separator(Leaf):
    """A sign that stands for itself and is never encoded."""

    encodable = False


class Node(list):
    """Some pieces that make one; `facts` are what it says."""

    def __init__(self, kind="", children=(), *, encodable=None, combines=True, breaks=True, **facts):
        super().__init__(children)
        self.kind = kind
        self.defects = []
        self.combines = combines
        self.breaks = breaks
        self._encodable = encodable
        self.__dict__.update(facts)

    @property
    def encodable(self):
        return all(part.encodable for part in self) if self._encodable is None else self._encodable

    def __str__(self):
        text = "".join(map(str, self))
        if self.kind == "quoted":
            return quote_string(text)
        if self.kind == "comment":
            return "(" + "".join(
                str(part) if isinstance(part, Node) else re.sub(r"([\\()])", r"\\\1", part) for part in self) + ")"
        if self.kind == "parameters":
            written = [f"{name}={quote_string(value)}" if value else name for name, value in self.params]
            return " " + "; ".join(written) if written else ""
        return text

    @property
    def value(self):
        if self.kind == "quoted":
            return "".join(map(str, self))
        if self.kind in ("comment", "cfws"):
            return " "
        return "".join(part.value for part in self)

    @property
    def all_defects(self):
        found = list(self.defects)
        for part in self:
            found += part.all_defects
        return found

    def begins_blank(self):
        return bool(self) and self[0].begins_blank()


def fold_header(name, tree, policy):
    """A header in lines: its name, a colon, a blank, and the tree."""
    parts = [Node("label", [Leaf(name, "name"), Leaf(":", "colon")], encodable=False)]
    if tree:
        parts.append(Node("cfws", [Leaf(" ", "blanks")]))
    parts.append(tree)
    return fold(parts, policy)


def fold(parts, policy):
    """Pieces of a header in lines as the policy wants them."""
    return _Folder(policy).run(parts)


class _Folder:
    """Lines that are being filled."""

    def __init__(self, policy):
        self._policy = policy
        self._width = policy.max_line_length or sys.maxsize
        self._codec = "utf-8" if policy.utf8 else "us-ascii"
        self._lines = [""]
        # Where the last line's encoded word begins, if it ends with one, and its character set.
        self._word_at = None
        self._word_charset = None
        # Blanks at the beginning of a line that an encoded word would swallow.
        self._leading = ""

    def run(self, parts):
        # None marks the end of a node in which nothing is encoded for the sake of breaking it.
        waiting = list(reversed(parts))
        blocked = 0
        must_encode = False
        while waiting:
            part = waiting.pop()
            if part is None:
                blocked -= 1
                continue
            text = str(part)
            special = _SPECIALS_OR_ENDS if part.kind == "ptext" else "\r\n"
            must_encode = must_encode or any(sign in special for sign in text)
            charset, fits = self._charset(part, text)
            must_encode = must_encode or not fits
            if part.kind == "parameters":
                self._parameters(part)
                continue
            is_leaf = isinstance(part, Leaf)
            if must_encode and not blocked:
                must_encode = False
                if part.encodable and is_leaf:
                    self._encode(part, text, charset)
                    continue
                if not part.encodable:
                    self._word_at = None
                    if part.breaks and not is_leaf and self._on_its_own(part):
                        continue
                if not is_leaf:
                    waiting += reversed(part)
                    continue
            if len(text) <= self._width - len(self._lines[-1]):
                self._lines[-1] += text
                continue
            # The best place to break is before something that stands for itself.
            self._leading = ""
            if part.breaks and len(text) + 1 <= self._width and self._on_new_line(part, text):
                self._leading = text_blanks(self._lines[-1])
                self._word_at = None
                continue
            if not is_leaf:
                if not part.encodable:
                    blocked += 1
                    waiting.append(None)
                waiting += reversed(part)
                continue
            if part.encodable and not blocked:
                # An encoded word can be cut anywhere.
                waiting.append(part)
                must_encode = True
                continue
            if not self._on_new_line(part, text):
                self._lines[-1] += text
        end = self._policy.linesep
        return end.join(self._lines) + end

    def _charset(self, part, text):
        """The character set that the text needs, and whether it can be written as it is."""
        try:
            text.encode(self._codec)
            return self._codec, True
        except UnicodeEncodeError:
            unknown = any(isinstance(defect, errors.UndecodableBytesDefect) for defect in part.all_defects)
            return ("unknown-8bit" if unknown else "utf-8"), False

    def _steal_blank(self):
        """Take the blank at the end of the last line away, to begin another with it."""
        last = self._lines[-1]
        if last[-1:] not in (" ", "\t"):
            return ""
        self._lines[-1] = last[:-1]
        return last[-1]

    def _on_new_line(self, part, text):
        blank = self._steal_blank()
        if not blank and not part.begins_blank():
            return False
        self._lines.append(blank + text)
        return True

    def _on_its_own(self, part):
        """Whether the part made one line, and was added."""
        end = self._policy.linesep
        if part.kind == "msg-id":
            text = str(part)
        else:
            text = fold(part, self._policy)[:-len(end)]
        if end in text:
            return False
        if len(text) > self._width - len(self._lines[-1]):
            self._lines.append(self._steal_blank())
        self._lines[-1] += text
        return True

    def _encode(self, part, text, charset):
        other = self._word_charset
        if self._word_at is not None and charset != other:
            if other == "unknown-8bit" or other == "utf-8" and charset != "us-ascii":
                self._word_at = None
        self._word_at = self._add_words(text, part.combines, charset)
        self._word_charset = charset

    def _add_words(self, text, combines, charset):
        """Add text as encoded words; where the last begins is returned if more may be added to it."""
        lines = self._lines
        if self._word_at is not None and combines:
            # The word that is there is taken apart and made anew.
            from email._header_grammar import get_unstructured
            text = str(get_unstructured(lines[-1][self._word_at:] + text))
            lines[-1] = lines[-1][:self._word_at]
        elif text[:1] in (" ", "\t"):
            if len(lines[-1]) == self._width:
                lines.append(self._steal_blank())
            lines[-1] += text[0]
            text = text[1:]
        after = text[-1] if text[-1:] in (" ", "\t") else ""
        if after:
            text = text[:-1]
        begin = len(lines[-1]) if self._word_at is None else self._word_at
        charset = "utf-8" if charset == "us-ascii" else charset
        frame = len(charset) + 7
        if frame + 1 >= self._width:
            raise errors.HeaderParseError("max_line_length is too small to fit an encoded word")
        while text:
            room = self._width - len(lines[-1])
            count = room - frame - len(self._leading)
            if count <= 0:
                lines.append(" ")
                continue
            if len(lines) > 1 and len(lines[-1]) == 1 and self._leading:
                lines[-1] += _encoded_words.encode(self._leading, charset=charset)
            self._leading = ""
            piece = text[:count]
            word = _encoded_words.encode(piece, charset=charset)
            while len(word) > room and len(piece) > 1:
                piece = piece[:-1]
                word = _encoded_words.encode(piece, charset=charset)
            lines[-1] += word
            text = text[len(piece):]
            if text:
                lines.append(" ")
                begin = len(lines[-1])
        self._leading = ""
        lines[-1] += after
        return begin if combines else None

    def _parameters(self, part):
        """Parameters of a header, each in one piece if it fits, else in numbered ones."""
        lines = self._lines
        width = self._width
        for name, value in part.params:
            if not lines[-1].rstrip().endswith(";"):
                lines[-1] += ";"
            charset, handler = self._codec, "strict"
            try:
                value.encode(charset)
                text = f"{name}={quote_string(value)}"
            except UnicodeEncodeError:
                if utils._has_surrogates(value):
                    charset, handler = "unknown-8bit", "surrogateescape"
                else:
                    charset = "utf-8"
                text = f"{name}*={charset}''{urllib.parse.quote(value, safe='', errors=handler)}"
            if len(lines[-1]) + 1 + len(text) < width:
                lines[-1] += " " + text
                continue
            if len(text) + 2 <= width:
                lines.append(" " + text)
                continue
            prefix = f"{charset}''"
            section = 0
            while value:
                frame = len(name) + len(str(section)) + 3 + len(prefix)
                if width <= frame + 3:
                    # Too narrow for anything: the usual width is taken.
                    width = 78
                room = width - frame - 2
                count = room
                while len(encoded := urllib.parse.quote(value[:count], safe="", errors=handler)) > room:
                    count -= 1
                value = value[count:]
                lines.append(f" {name}*{section}*={prefix}{encoded}{';' if value else ''}")
                prefix = ""
                section += 1


def text_blanks(text):
    """The blanks at the beginning of a text."""
    return text[:len(text) - len(text.lstrip(BLANKS))]
