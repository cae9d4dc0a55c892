"""The grammar of the headers of MIME: versions, types, words and parameters, and names of messages."""

import re
import urllib.parse

from email import errors, utils
from email._header_grammar import _UNDECODABLE, Reader, _checked
from email._header_tree import BLANKS, Leaf, Node


def parse_mime_version(value):
    """Two numbers with a dot between them."""
    node = Node("mime-version", major=None, minor=None)
    if not value:
        node.defects.append(errors.HeaderMissingRequiredValue("Missing MIME version number (eg: 1.0)"))
        return node
    reader = Reader(value)
    reader._add_cfws(node)
    if node and not reader.text:
        node.defects.append(errors.HeaderMissingRequiredValue("Expected MIME version number but found only CFWS"))
    found = re.match(r"[^. \t(]*", reader.text).group()
    major = found
    node.append(reader.take(len(found), "digits" if found.isdigit() else "xtext"))
    if not found.isdigit():
        node.defects.append(errors.InvalidHeaderDefect(f"Expected MIME major version number but found {found!r}"))
    else:
        node.major = int(major)
    reader._add_cfws(node)
    if reader.next() != ".":
        if node.major is not None:
            node.defects.append(errors.InvalidHeaderDefect("Incomplete MIME version; found only major number"))
        if reader.text:
            node.append(reader.take(len(reader.text), "xtext"))
        return node
    node.append(reader.take(1, "dot"))
    reader._add_cfws(node)
    if not reader.text:
        if node.major is not None:
            node.defects.append(errors.InvalidHeaderDefect("Incomplete MIME version; found only major number"))
        return node
    found = re.match(r"[^ \t(]*", reader.text).group()
    node.append(reader.take(len(found), "digits" if found.isdigit() else "xtext"))
    if found.isdigit():
        node.minor = int(found)
    else:
        node.defects.append(errors.InvalidHeaderDefect(f"Expected MIME minor version number but found {found!r}"))
    reader._add_cfws(node)
    if reader.text:
        node.defects.append(errors.InvalidHeaderDefect("Excess non-CFWS text after MIME version"))
        node.append(reader.take(len(reader.text), "xtext"))
    return node


class _Parameter:
    """A parameter, or a numbered piece of one."""

    def __init__(self, name, section, is_extended, charset, text):
        self.name = name
        self.section = section
        self.is_extended = is_extended
        self.charset = charset
        self.text = text


_PARAMETER = re.compile(r"""([^()<>@,:;\\"\[\]/?=*'% \t]+)(?:\*(\d+))?(\*)?\Z""")


def _parameter_pieces(text):
    """The texts between semicolons outside of quotes and comments."""
    return re.findall(r'(?:"(?:\\.|[^"\\])*(?:"|\Z)|\((?:\\.|[^()\\])*\)|[^;"(]|\()+|(?<=;)(?=;)', text, re.DOTALL)


def _parameter(piece, node):
    """The parameter of a text, or None."""
    left, equals, right = piece.partition("=")
    reader = Reader(left)
    reader.cfws()
    name = reader.text.rstrip(BLANKS)
    reader.text = name
    found = _PARAMETER.match(re.sub(r"\s*\(.*\)\Z", "", name))
    if found is None:
        kind = "parameter entry with no content" if not piece.strip() else f"invalid parameter {piece.strip()!r}"
        node.defects.append(errors.InvalidHeaderDefect(kind))
        return None
    name, section, extended = found.groups()
    if utils._has_surrogates(name):
        node.defects.append(errors.UndecodableBytesDefect(_UNDECODABLE))
    if not equals:
        node.defects.append(errors.InvalidHeaderDefect(f"Parameter contains name ({name}) but no value"))
        return _Parameter(name, 0, False, "us-ascii", "")
    if section and section[0] == "0" and section != "0":
        node.defects.append(errors.InvalidHeaderDefect("section number has an invalid leading 0"))
    section = int(section) if section else 0
    reader = Reader(right)
    reader.cfws()
    quoted = reader.next() == '"'
    if quoted:
        inner = reader.quoted()
        node.defects += inner.all_defects
        text = next(part.value for part in inner if part.kind == "quoted")
    else:
        pattern = _EXTENDED_VALUE if extended else _PLAIN_VALUE
        found = pattern.match(reader.text)
        text = found.group() if found else ""
        reader.text = reader.text[len(text):]
        reader.cfws()
        if not text:
            node.defects.append(errors.InvalidHeaderDefect(f"invalid parameter {piece.strip()!r}"))
            return None
        if utils._has_surrogates(text):
            node.defects.append(errors.UndecodableBytesDefect(_UNDECODABLE))
    if reader.text.strip():
        node.defects.append(errors.InvalidHeaderDefect(
            f"parameter with invalid trailing text {reader.text.strip()!r}"))
    return _extended(_Parameter(name, section, bool(extended), "us-ascii", text), quoted, node)


_PLAIN_VALUE = re.compile(r"""[^()<>@,:;\\"\[\]?= \t]+""")
_EXTENDED_VALUE = re.compile(r"""[^()<>@,:;\\"\[\]/?= \t]+""")


_QUOTED_EXTENDED = "Quoted string value for extended parameter is invalid"


def _extended(parameter, quoted, node):
    """The parameter with its character set apart, if its value begins with one."""
    if not parameter.is_extended:
        if quoted or parameter.section > 0 or "'" not in parameter.text:
            return parameter
        node.defects.append(errors.InvalidHeaderDefect(
            "Apparent initial-extended-value but attribute was not marked as extended or was not initial section"))
        if parameter.text.count("'") < 2:
            return None
        parameter.text = parameter.text.split("'", 2)[2]
        return parameter
    if parameter.section > 0:
        if quoted:
            node.defects.append(errors.InvalidHeaderDefect(_QUOTED_EXTENDED))
        return parameter
    charset, first, rest = parameter.text.partition("'")
    language, second, text = rest.partition("'")
    if quoted:
        if not second:
            node.defects.append(errors.InvalidHeaderDefect(
                "Parameter marked as extended but appears to have a quoted string value that is non-encoded"))
            parameter.is_extended = False
            return parameter
        node.defects.append(errors.InvalidHeaderDefect(_QUOTED_EXTENDED))
    if not second:
        node.defects.append(errors.InvalidHeaderDefect("Missing required charset/lang delimiters"))
        return parameter
    parameter.charset = charset or "us-ascii"
    parameter.text = text
    return parameter


def parse_mime_parameters(value):
    """The parameters of a header, numbered pieces put together."""
    node = Node("parameters", breaks=False)
    found = {}
    for piece in _parameter_pieces(value):
        parameter = _parameter(piece, node)
        if parameter is not None:
            found.setdefault(parameter.name, []).append(parameter)
    node.params = [(name, _joined(pieces, node)) for name, pieces in found.items()]
    # The text counts for whether there is anything here; what is written comes of the parameters.
    if node.params:
        node.append(Leaf(value, "parameter-text"))
    return node


def _joined(pieces, node):
    pieces.sort(key=lambda piece: piece.section)
    first = pieces[0]
    if not first.is_extended and len(pieces) > 1 and pieces[1].section == 0:
        node.defects.append(errors.InvalidHeaderDefect("duplicate parameter name; duplicate(s) ignored"))
        pieces = pieces[:1]
    texts = []
    expected = 0
    for piece in pieces:
        if piece.section != expected:
            if not piece.is_extended:
                node.defects.append(errors.InvalidHeaderDefect("duplicate parameter name; duplicate ignored"))
                continue
            node.defects.append(errors.InvalidHeaderDefect("inconsistent RFC2231 parameter numbering"))
        expected += 1
        texts.append(_piece_text(piece, first.charset, node))
    return "".join(texts)


def _piece_text(piece, charset, node):
    if not piece.is_extended:
        return piece.text
    try:
        data = urllib.parse.unquote_to_bytes(piece.text)
    except UnicodeEncodeError:
        return urllib.parse.unquote(piece.text, encoding="latin-1")
    try:
        text = data.decode(charset, "surrogateescape")
    except (LookupError, UnicodeEncodeError):
        text = data.decode("us-ascii", "surrogateescape")
    if utils._has_surrogates(text):
        node.defects.append(errors.UndecodableBytesDefect())
    return text


def _with_parameters(node, reader):
    """Add the semicolon and the parameters that come next."""
    reader.leftovers(node, ";")
    if reader.text:
        node.append(reader.take(1, "semicolon"))
        parameters = parse_mime_parameters(reader.text)
        reader.text = ""
        node.append(parameters)
        node.params = parameters.params
    return node


def parse_content_type_header(value):
    """A type, a slash, another and parameters."""
    node = Node("content-type", encodable=False, breaks=False, maintype="text", subtype="plain", params=())
    if not value:
        node.defects.append(errors.HeaderMissingRequiredValue("Missing content type specification"))
        return node
    reader = Reader(value)

    def broken(message):
        node.defects.append(errors.InvalidHeaderDefect(message))
        return _with_parameters(node, reader)

    try:
        main = reader.token()
    except errors.HeaderParseError:
        return broken(f"Expected content maintype but found {reader.text!r}")
    node.append(main)
    if reader.next() != "/":
        return broken("Invalid content type")
    node.append(reader.take(1, "slash"))
    try:
        sub = reader.token()
    except errors.HeaderParseError:
        node.maintype = main.value.strip().lower()
        return broken(f"Expected content subtype but found {reader.text!r}")
    node.append(sub)
    if reader.text and reader.text[0] != ";":
        return broken(f"Only parameters are valid after content type, but found {reader.text!r}")
    node.maintype, node.subtype = main.value.strip().lower(), sub.value.strip().lower()
    return _with_parameters(node, reader)


def parse_content_disposition_header(value):
    """A word and parameters."""
    node = Node("content-disposition", encodable=False, breaks=False, content_disposition=None, params=())
    if not value:
        node.defects.append(errors.HeaderMissingRequiredValue("Missing content disposition"))
        return node
    reader = Reader(value)
    try:
        word = reader.token()
    except errors.HeaderParseError:
        node.defects.append(errors.InvalidHeaderDefect(f"Expected content disposition but found {reader.text!r}"))
        return _with_parameters(node, reader)
    node.append(word)
    node.content_disposition = word.value.strip().lower()
    if reader.text and reader.text[0] != ";":
        node.defects.append(errors.InvalidHeaderDefect(
            f"Only parameters are valid after content disposition, but found {reader.text!r}"))
    return _with_parameters(node, reader)


def parse_content_transfer_encoding_header(value):
    """A word."""
    node = Node("content-transfer-encoding", encodable=False, cte="7bit")
    if not value:
        node.defects.append(errors.HeaderMissingRequiredValue("Missing content transfer encoding"))
        return node
    reader = Reader(value)
    try:
        word = reader.token()
    except errors.HeaderParseError:
        node.defects.append(errors.InvalidHeaderDefect(f"Expected content transfer encoding but found {reader.text!r}"))
    else:
        node.append(word)
        node.cte = word.value.strip().lower()
    if reader.text:
        node.defects.append(errors.InvalidHeaderDefect("Extra text after content transfer encoding"))
        reader.leftovers(node)
    return node


def parse_message_id(value):
    """A name of a message between angle brackets."""
    found = re.fullmatch(r"[ \t]*<[^<>@ \t]+@[^<>@ \t]+>[ \t]*", value)
    # What is between the brackets is not torn apart, and not from the first bracket.
    before, bracket, name = value.partition("<")
    parts = [_checked(Leaf(part, "id")) for part in (before, bracket, name) if part]
    node = Node("msg-id", parts, encodable=False)
    if found is None and not re.fullmatch(r'[ \t]*(?:\([^()]*\))?[ \t]*<[^<> \t]+@[^<>@]+>[ \t]*(?:\([^()]*\))?[ \t]*', value):
        node.defects.append(errors.InvalidHeaderDefect(f"Invalid msg-id: {value!r}"))
    return node
