"""Reading XML documents: what is well-formed is told to a target, the rest is refused with its place."""
import re
from xml.etree.ElementTree import ParseError

_NAME = r"[^\W\d][\w.\-·]*"
_QUALIFIED = f"(?:{_NAME}:)?{_NAME}|:"
_SPACE = re.compile(r"[ \t\r\n]+")
_TAG = re.compile(rf"({_QUALIFIED})")
_ATTRIBUTE = re.compile(rf"[ \t\r\n]+({_QUALIFIED})[ \t\r\n]*=[ \t\r\n]*(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9A-Fa-f]+)|([^\W\d][\w.\-]*));|&")
_ENTITY = re.compile(rf"<!ENTITY\s+({_NAME})\s+(?:\"([^\"]*)\"|'([^']*)')\s*>")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z][\w.\-]*)[\"']")
_KNOWN = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_XML = "http://www.w3.org/XML/1998/namespace"
#: How much text entities may stand for in all: documents that double it again and again are an attack.
_MOST_EXPANDED = 8 << 20

_CODES = {"no element found": 3, "not well-formed (invalid token)": 4, "unclosed token": 5, "mismatched tag": 7, "duplicate attribute": 8,
          "junk after document element": 9, "undefined entity": 11, "unbound prefix": 27, "unclosed CDATA section": 20,
          "XML or text declaration not at start of entity": 17, "reference to invalid character number": 14,
          "limit on input amplification factor (from DTD and entities) breached": 43}


def _decoded(pieces, encoding):
    if all(isinstance(piece, str) for piece in pieces):
        return "".join(pieces)
    data = b"".join(piece.encode() if isinstance(piece, str) else bytes(piece) for piece in pieces)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    declared = _DECLARED.match(data)
    encoding = encoding or (declared.group(1).decode() if declared else "utf-8")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start) - 1
        raise _fault("not well-formed (invalid token)", line, column) from None


def _fault(message, line, column):
    name, _, rest = message.partition(": ")
    error = ParseError(f"{message}: line {line}, column {column}")
    error.code, error.position = _CODES.get(name, 4), (line, column)
    return error


class _Reader:
    def __init__(self, text, target, entities):
        self.text, self.at = text, 0
        self.entities = entities
        self.open = []
        self.spaces = [{"xml": _XML}]
        self.has_root = False
        self.expanded = 0
        for name in ("start", "end", "data", "comment", "pi", "start_ns", "end_ns", "doctype"):
            setattr(self, name, getattr(target, name, None))

    def fail(self, message, at=None):
        at = self.at if at is None else at
        start = self.text.rfind("\n", 0, at) + 1
        return _fault(message, self.text.count("\n", 0, at) + 1, at - start)

    def read(self):
        text = self.text
        while self.at < len(text):
            if text[self.at] != "<":
                self.read_text()
            elif text.startswith("<?", self.at):
                self.read_instruction()
            elif text.startswith("<!--", self.at):
                self.read_comment()
            elif text.startswith("<![CDATA[", self.at) and self.open:
                self.read_cdata()
            elif text.startswith("<!DOCTYPE", self.at) and not self.has_root:
                self.read_doctype()
            elif text.startswith("</", self.at):
                self.read_end()
            else:
                self.read_start()
        if self.open or not self.has_root:
            raise self.fail("no element found")

    def until(self, mark, begin, message="unclosed token", at=None):
        end = self.text.find(mark, self.at + len(begin))
        if end < 0:
            raise self.fail(message, at)
        inside = self.text[self.at + len(begin):end]
        self.at = end + len(mark)
        return inside

    def tell(self, text):
        if text and self.data:
            self.data(text)

    def read_text(self):
        end = self.text.find("<", self.at)
        end = len(self.text) if end < 0 else end
        piece = self.text[self.at:end]
        if self.open:
            if (bad := piece.find("]]>")) >= 0:
                raise self.fail("not well-formed (invalid token)", self.at + bad + 2)
            self.tell(self.with_references(piece, self.at))
        elif piece.strip(" \t\r\n"):
            blank = len(piece) - len(piece.lstrip(" \t\r\n"))
            begin = self.at + blank
            if self.has_root:
                raise self.fail("junk after document element", begin)
            word = _TAG.match(self.text, begin)
            raise self.fail("not well-formed (invalid token)", word.end() if word else begin)
        self.at = end

    def with_references(self, text, at, depth=0):
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")

        def meaning(found):
            decimal, hexadecimal, name = found.groups()
            place = at + found.start()
            if decimal or hexadecimal:
                number = int(decimal) if decimal else int(hexadecimal, 16)
                if number in (0, 0xFFFE, 0xFFFF) or number > 0x10FFFF or 0xD800 <= number < 0xE000 or number < 32 and number not in (9, 10, 13):
                    raise self.fail("reference to invalid character number", place)
                return chr(number)
            if name is None:
                raise self.fail("not well-formed (invalid token)", place + 1)
            if name in _KNOWN:
                return _KNOWN[name]
            if name not in self.entities or depth > 20:
                raise self.fail("undefined entity" if name not in self.entities else "recursive entity reference", place)
            value = self.with_references(self.entities[name], at, depth + 1)
            self.expanded += len(value)
            if self.expanded > _MOST_EXPANDED:
                raise self.fail("limit on input amplification factor (from DTD and entities) breached", place)
            return value

        return _REFERENCE.sub(meaning, text) if "&" in text else text

    def read_instruction(self):
        begin = self.at
        inside = self.until("?>", "<?")
        found = _TAG.match(inside)
        if not found:
            raise self.fail("not well-formed (invalid token)", begin)
        if found.group() == "xml":
            if begin:
                raise self.fail("XML or text declaration not at start of entity", begin)
            return
        if self.pi:
            rest = inside[found.end():].lstrip()
            self.pi(found.group(), rest or None)

    def read_comment(self):
        begin = self.at
        inside = self.until("-->", "<!--")
        if "--" in inside or inside.endswith("-"):
            raise self.fail("not well-formed (invalid token)", begin + 4 + max(inside.find("--"), 0) + 2)
        if self.comment:
            self.comment(inside)

    def read_cdata(self):
        self.tell(self.until("]]>", "<![CDATA[", "unclosed CDATA section", len(self.text)))

    def read_doctype(self):
        begin, depth, quote = self.at, 0, ""
        for place in range(begin, len(self.text)):
            char = self.text[place]
            if quote:
                quote = "" if char == quote else quote
            elif char in "\"'":
                quote = char
            elif char in "[<":
                depth += 1
            elif char in "]>":
                depth -= 1
                if not depth:
                    self.at = place + 1
                    for name, double, single in _ENTITY.findall(self.text[begin:self.at]):
                        self.entities.setdefault(name, double or single)
                    return
        raise self.fail("unclosed token")

    def read_end(self):
        begin = self.at
        found = _TAG.match(self.text, begin + 2)
        end = self.text.find(">", begin)
        if not found or end < 0 or self.text[found.end():end].strip(" \t\r\n"):
            raise self.fail("not well-formed (invalid token)" if end >= 0 else "unclosed token", begin if end < 0 else begin + 2)
        if not self.open or self.open[-1][0] != found.group():
            if not self.open:
                raise self.fail("not well-formed (invalid token)", begin + 1)
            raise self.fail("mismatched tag", begin + 2)
        self.at = end + 1
        self.leave()

    def leave(self):
        _, name = self.open.pop()
        if self.end:
            self.end(name)
        for prefix in reversed(self.spaces.pop().get(None, ())):
            if self.end_ns:
                self.end_ns(prefix)

    def read_start(self):
        begin = self.at
        if self.has_root and not self.open:
            raise self.fail("junk after document element")
        found = _TAG.match(self.text, begin + 1)
        if not found:
            raise self.fail("not well-formed (invalid token)" if begin + 1 < len(self.text) else "unclosed token", begin + 1 if begin + 1 < len(self.text) else begin)
        self.at = found.end()
        given = self.attributes(begin)
        self.has_root = True
        rest = _SPACE.match(self.text, self.at)
        self.at = rest.end() if rest else self.at
        is_empty = self.text.startswith("/>", self.at)
        if not is_empty and not self.text.startswith(">", self.at):
            raise self.unfinished_tag(begin)
        self.at += 2 if is_empty else 1
        self.enter(found.group(), given, begin)
        if is_empty:
            self.leave()

    def unfinished_tag(self, begin):
        """What is wrong with a tag, where something else comes than an attribute or the end."""
        name = _TAG.match(self.text, self.at)
        at = name.end() if name else self.at + self.text.startswith("/", self.at)
        for mark in "=\"" if name else "":
            blank = _SPACE.match(self.text, at)
            at = blank.end() if blank else at
            if not self.text.startswith(("'", '"') if mark == '"' else mark, at):
                break
            at += 1
        else:
            at = len(self.text) if name else at
        if at >= len(self.text):
            return self.fail("unclosed token", begin)
        return self.fail("not well-formed (invalid token)", at)

    def attributes(self, begin):
        given = {}
        while found := _ATTRIBUTE.match(self.text, self.at):
            name, double, single = found.groups()
            value = single if double is None else double
            if name in given:
                raise self.fail("duplicate attribute", found.start(1))
            if "<" in value:
                raise self.fail("not well-formed (invalid token)", found.start(2 if double is not None else 3) + value.index("<"))
            value = re.sub("[\t\n]", " ", value.replace("\r\n", "\n").replace("\r", "\n"))
            given[name] = self.with_references(value, found.start(2 if double is not None else 3))
            self.at = found.end()
        return given

    def enter(self, name, given, begin):
        space, declared = dict(self.spaces[-1]), []
        space.pop(None, None)
        for key in [key for key in given if key == "xmlns" or key.startswith("xmlns:")]:
            prefix, uri = key[6:], given.pop(key)
            space[prefix] = uri
            declared.append(prefix)
            if self.start_ns:
                self.start_ns(prefix, uri)
        space[None] = declared
        self.spaces.append(space)
        attrs = {self.whole(key, begin, False): value for key, value in given.items()}
        tag = self.whole(name, begin, True)
        self.open.append((name, tag))
        if self.start:
            self.start(tag, attrs)

    def whole(self, name, begin, is_tag):
        """A name with its namespace."""
        prefix, colon, local = name.partition(":")
        if not colon:
            uri = self.spaces[-1].get("") if is_tag else None
            return f"{{{uri}}}{name}" if uri else name
        if prefix not in self.spaces[-1]:
            raise self.fail("unbound prefix", begin)
        return f"{{{self.spaces[-1][prefix]}}}{local}"


def read(pieces, target, encoding, entities):
    """Reads a document that comes in pieces, and tells `target` of it."""
    _Reader(_decoded(pieces, encoding), target, entities).read()
