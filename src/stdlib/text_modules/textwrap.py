"""Text wrapping and filling."""

import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_SPACES = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Wraps text, with many options."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _SPACES), ord(" "))
    word_punct = r"[\w!\"'&.,?]"
    letter = r"[^\d\W]"
    whitespace = f"[{re.escape(_SPACES)}]"
    nowhitespace = "[^" + whitespace[1:]
    # Spaces; dashes between words; a word, with its hyphens as places to break.
    wordsep_re = re.compile(
        rf"({whitespace}+|(?<={word_punct})-{{2,}}(?=\w)|{nowhitespace}+?(?:-(?:(?<={letter}{{2}}-)|(?<={letter}-"
        rf"{letter}-))(?={letter}-?{letter})|(?={whitespace}|\Z)|(?<={word_punct})(?=-{{2,}}\w)))")
    wordsep_simple_re = re.compile(f"({whitespace}+)")
    sentence_end_re = re.compile(r"[a-z][\.\!\?][\"\']?\Z")

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width, self.tabsize = width, tabsize
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.drop_whitespace = expand_tabs, replace_whitespace, drop_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.fix_sentence_endings = fix_sentence_endings
        self.max_lines, self.placeholder = max_lines, placeholder

    def _munge_whitespace(self, text):
        expanded = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return expanded.translate(self.unicode_whitespace_trans) if self.replace_whitespace else expanded

    def _split(self, text):
        pattern = self.wordsep_re if self.break_on_hyphens is True else self.wordsep_simple_re
        return [chunk for chunk in pattern.split(text) if chunk]

    def _fix_sentence_endings(self, chunks):
        i = 0
        while i < len(chunks) - 1:
            if chunks[i + 1] == " " and self.sentence_end_re.search(chunks[i]):
                chunks[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _handle_long_word(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        chunk, end = chunks[-1], room
        if self.break_on_hyphens and len(chunk) > room:
            hyphen = chunk.rfind("-", 0, room)
            # Hyphens at the beginning do not divide a word.
            if hyphen > 0 and chunk[:hyphen].strip("-"):
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def _fill_line(self, chunks, width, is_first):
        """Take off what one line has room for; nothing may be left of it."""
        if self.drop_whitespace and not is_first and not chunks[-1].strip():
            chunks.pop()
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, length, width)
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _end_early(self, lines, line, indent, width):
        """Write the placeholder behind as much of the last line as there is room for, or behind the one before."""
        while line:
            if line[-1].strip() and sum(map(len, line)) + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            line.pop()
        previous = lines[-1].rstrip() if lines else None
        if previous is not None and len(previous) + len(self.placeholder) <= self.width:
            lines[-1] = previous + self.placeholder
        else:
            lines.append(indent + self.placeholder.lstrip())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line = self._fill_line(chunks, width, not lines)
            if not line:
                continue
            is_last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            fits = is_last and sum(map(len, line)) <= width
            if not fits and self.max_lines is not None and len(lines) + 1 >= self.max_lines:
                self._end_early(lines, line, indent, width)
                break
            lines.append(indent + "".join(line))
        return lines

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def fill(self, text):
        """A paragraph with its lines wrapped."""
        return "\n".join(self.wrap(text))

    def wrap(self, text):
        """The lines of a paragraph."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph with its lines wrapped."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """A text cut to a width, with white space collapsed."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """A text without the white space that all its lines begin with."""
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            size = 0
            while size < len(margin) and size < len(indent) and margin[size] == indent[size]:
                size += 1
            margin = margin[:size]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """A text with a prefix before its lines, those of white space only left out."""
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
