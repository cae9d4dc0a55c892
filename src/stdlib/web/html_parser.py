"""A parser of HTML as it is found: tags, text and all else are given to methods that programs override."""
import re
from html import unescape

__all__ = ["HTMLParser"]

_TAG_NAME = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_VALUE = r"""\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*)"""
_ATTRIBUTE = re.compile(rf"""((?<=['"\s/])[^\s/>][^\s/=>]*)({_VALUE})?(?:\s|/(?!>))*""")
_START_TAG = re.compile(
    rf"""<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:{_VALUE}\s*)?(?:\s|/(?!>))*)*)?\s*""")
_END_TAG = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_COMMENT_END = re.compile(r"--\s*>")
_SECTION_NAME = re.compile(r"([a-zA-Z][-_.a-zA-Z0-9]*)\s*")
_SECTION_ENDS = {
    **dict.fromkeys(("temp", "cdata", "ignore", "include", "rcdata"), re.compile(r"]\s*]\s*>")),
    **dict.fromkeys(("if", "else", "endif"), re.compile(r"]\s*>")),
}
_NUMBERED = re.compile("&#([0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_NAMED = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_SPECIAL = re.compile("[&<]")


class HTMLParser:
    """Feed it text, and it calls `handle_starttag`, `handle_endtag`, `handle_data` and others for what it finds.

    With `convert_charrefs` text comes with its character references replaced; else `handle_charref` and
    `handle_entityref` get them.
    """

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forgets all text."""
        self.rawdata = ""
        self.lasttag = "???"
        self.lineno, self.offset = 1, 0
        self._tag_text = None
        self.clear_cdata_mode()

    def feed(self, data):
        """Takes more text, and handles what is complete."""
        self.rawdata += data
        self.goahead(0)

    def close(self):
        """Handles what is left."""
        self.goahead(1)

    def getpos(self):
        """The line, from 1, and the column, from 0."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The start tag that was met last, as it was written."""
        return self._tag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(rf"</\s*{self.cdata_elem}\s*>", re.I)

    def clear_cdata_mode(self):
        self.cdata_elem = None
        self.interesting = _SPECIAL

    def updatepos(self, i, j):
        """Counts lines and columns between two places, and gives the second."""
        if i < j:
            lines = self.rawdata.count("\n", i, j)
            self.lineno += lines
            self.offset = j - self.rawdata.rindex("\n", i, j) - 1 if lines else self.offset + j - i
        return j

    def _text(self, text):
        self.handle_data(unescape(text) if self._converts() else text)

    def _converts(self):
        return self.convert_charrefs and not self.cdata_elem

    def goahead(self, end):
        """Handles the text as far as it is complete; all of it at the end."""
        text = self.rawdata
        place, length = 0, len(text)
        while place < length:
            until = self._text_end(place)
            if until is None:
                break
            if place < until:
                self._text(text[place:until])
            place = self.updatepos(place, until)
            if place == length:
                break
            step = self._markup if text[place] == "<" else self._reference
            after = step(place, end)
            if after is None:
                break
            place = self.updatepos(place, abs(after))
            # A negative place says that nothing behind it can be told yet.
            if after < 0:
                break
        if end and place < length and not self.cdata_elem:
            self._text(text[place:])
            place = self.updatepos(place, length)
        self.rawdata = text[place:]

    def _text_end(self, place):
        """Where the text from a place on ends; `None` if more must come first."""
        text = self.rawdata
        if self._converts():
            end = text.find("<", place)
            if end >= 0:
                return end
            # A reference may be cut in half.
            begun = text.rfind("&", max(place, len(text) - 34))
            return None if begun >= 0 and not re.compile(r"[\s;]").search(text, begun) else len(text)
        found = self.interesting.search(text, place)
        if found:
            return found.start()
        return None if self.cdata_elem else len(text)

    def _markup(self, i, end):
        text = self.rawdata
        if text[i + 1:i + 2].isascii() and text[i + 1:i + 2].isalpha():
            after = self.parse_starttag(i)
        elif text.startswith("</", i):
            after = self.parse_endtag(i)
        elif text.startswith("<!--", i):
            after = self.parse_comment(i)
        elif text.startswith("<?", i):
            after = self.parse_pi(i)
        elif text.startswith("<!", i):
            after = self.parse_html_declaration(i)
        elif i + 1 < len(text):
            self.handle_data("<")
            return i + 1
        else:
            return None
        if after >= 0:
            return after
        if not end:
            return None
        # Never completed: text, up to where it seems to end.
        after = text.find(">", i + 1) + 1
        if not after:
            after = text.find("<", i + 1)
        if after < 0:
            after = i + 1
        self._text(text[i:after])
        return after

    def _reference(self, i, end):
        text = self.rawdata
        pattern, handle = (_NUMBERED, self.handle_charref) if text.startswith("&#", i) else (_NAMED,
                                                                                              self.handle_entityref)
        match = pattern.match(text, i)
        if match:
            handle(match[1])
            return match.end() if match[0][-1] == ";" else match.end() - 1
        if pattern is _NUMBERED:
            if ";" not in text[i:]:
                return None
            self.handle_data("&#")
            return -(i + 2)
        begun = re.compile("&[a-zA-Z#]").match(text, i)
        if begun:
            return -(i + 1) if end and begun[0] == text[i:] else None
        if i + 1 == len(text):
            return None
        self.handle_data("&")
        return i + 1

    # Kinds of markup: each gives the place behind it, or -1 if it is not complete.

    def parse_html_declaration(self, i):
        text = self.rawdata
        assert text.startswith("<!", i), "unexpected call to parse_html_declaration()"
        if text.startswith("<!--", i):
            return self.parse_comment(i)
        if text.startswith("<![", i):
            return self.parse_marked_section(i)
        if text[i:i + 9].lower() != "<!doctype":
            return self.parse_bogus_comment(i)
        close = text.find(">", i + 9)
        if close >= 0:
            self.handle_decl(text[i + 2:close])
        return close + 1 or -1

    def parse_declaration(self, i):
        """Take a declaration; return where it ends, or -1 if that is still to come."""
        text = self.rawdata
        assert text.startswith("<!", i), "unexpected call to parse_declaration"
        if text.startswith("<!>", i):
            return i + 3
        if text[i + 2:i + 3] in ("-", ""):
            return -1
        if text.startswith("<!--", i):
            return self.parse_comment(i)
        if text.startswith("<![", i):
            return self.parse_marked_section(i)
        close = text.find(">", i + 2)
        if close < 0:
            return -1
        content = text[i + 2:close]
        if content[:1].isalpha():
            self.handle_decl(content)
        else:
            self.unknown_decl(content)
        return close + 1

    def parse_marked_section(self, i, report=1):
        text = self.rawdata
        name = _SECTION_NAME.match(text, i + 3)
        if i + 3 == len(text) or name and name.end() == len(text):
            return -1
        if not name:
            raise AssertionError(f"expected name token at {text[i:i + 20]!r}")
        pattern = _SECTION_ENDS.get(name[1].lower())
        if pattern is None:
            raise AssertionError(f"unknown status keyword {name[0]!r} in marked section")
        close = pattern.search(text, i + 3)
        if close and report:
            self.unknown_decl(text[i + 3:close.start()])
        return close.end() if close else -1

    def parse_comment(self, i, report=1):
        close = _COMMENT_END.search(self.rawdata, i + 4)
        if close and report:
            self.handle_comment(self.rawdata[i + 4:close.start()])
        return close.end() if close else -1

    def parse_bogus_comment(self, i, report=1):
        close = self.rawdata.find(">", i + 2)
        if close >= 0 and report:
            self.handle_comment(self.rawdata[i + 2:close])
        return close + 1 or -1

    def parse_pi(self, i):
        close = self.rawdata.find(">", i + 2)
        if close >= 0:
            self.handle_pi(self.rawdata[i + 2:close])
        return close + 1 or -1

    def parse_starttag(self, i):
        self._tag_text = None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        text = self.rawdata
        self._tag_text = text[i:end]
        name = _TAG_NAME.match(text, i + 1)
        self.lasttag = tag = name[1].lower()
        attributes = []
        place = name.end()
        while place < end and (match := _ATTRIBUTE.match(text, place)):
            key, equals, value = match.groups()
            if not equals:
                value = None
            elif value and value[0] in "'\"" and value[0] == value[-1]:
                value = value[1:-1]
            attributes.append((key.lower(), unescape(value) if value else value))
            place = match.end()
        close = text[place:end].strip()
        if close == "/>":
            self.handle_startendtag(tag, attributes)
        elif close == ">":
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        else:
            self.handle_data(self._tag_text)
        return end

    def check_for_whole_start_tag(self, i):
        text = self.rawdata
        end = _START_TAG.match(text, i).end()
        following = text[end:end + 1]
        if following == ">":
            return end + 1
        if text.startswith("/>", end):
            return end + 2
        # In a value, or before it, or in front of the end.
        if not following or following in "=/" or following.isascii() and following.isalpha():
            return -1
        return end if end > i else i + 1

    def parse_endtag(self, i):
        text = self.rawdata
        close = text.find(">", i + 1) + 1
        if not close:
            return -1
        match = _END_TAG.match(text, i)
        if self.cdata_elem is not None and (not match or match[1].lower() != self.cdata_elem):
            self.handle_data(text[i:close])
            return close
        if match:
            self.handle_endtag(match[1].lower())
            self.clear_cdata_mode()
            return close
        name = _TAG_NAME.match(text, i + 2)
        if name:
            self.handle_endtag(name[1].lower())
            return text.find(">", name.end()) + 1
        return i + 3 if text.startswith("</>", i) else self.parse_bogus_comment(i)

    # What programs override.

    def handle_startendtag(self, tag, attrs):
        """`<tag/>`: a start and an end, unless that is overridden."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        """A start tag, with pairs of names and values."""

    def handle_endtag(self, tag):
        """An end tag."""

    def handle_data(self, data):
        """Text."""

    def handle_charref(self, name):
        """A character reference by number."""

    def handle_entityref(self, name):
        """A character reference by name."""

    def handle_comment(self, data):
        """A comment."""

    def handle_decl(self, decl):
        """The declaration of the document's type."""

    def handle_pi(self, data):
        """A processing instruction."""

    def unknown_decl(self, data):
        """A marked section."""
