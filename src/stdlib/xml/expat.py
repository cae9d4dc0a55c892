"""A parser of XML that calls functions for what it finds."""

from xml.etree.ElementTree import ParseError, XMLParser

__all__ = ["ErrorString", "ExpatError", "ParserCreate", "XMLParserType", "error"]

EXPAT_VERSION = "expat_2.6.3"
version_info = (2, 6, 3)
native_encoding = "UTF-8"
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)


class ExpatError(Exception):
    """A document is not well-formed: code, lineno and offset say what and where."""


error = ExpatError
ExpatError.__module__ = "xml.parsers.expat"


def _fault(problem):
    """The error of this module that another one is."""
    found = ExpatError(str(problem))
    found.code = problem.code
    found.lineno, found.offset = problem.position
    return found


def ErrorString(code, /):
    """The text of an error's number."""
    from _xml_parse import _CODES
    return next((text for text, number in _CODES.items() if number == code), None)


class _Target:
    """Passes what is found on to the functions of a parser."""

    def __init__(self, parser, separator):
        self._parser = parser
        self._separator = separator
        self._prefixes = [("http://www.w3.org/XML/1998/namespace", "xml")]
        self._declared = []
        self._text = []

    def _call(self, handler, *arguments):
        self._flush()
        function = getattr(self._parser, handler)
        if function is not None:
            function(*arguments)

    def _flush(self):
        if self._text:
            text = "".join(self._text)
            self._text = []
            if self._parser.CharacterDataHandler is not None:
                self._parser.CharacterDataHandler(text)

    def _name(self, name, is_attribute=False):
        if name[0] != "{":
            return name
        uri, _, local = name[1:].partition("}")
        if self._separator is not None:
            return uri + self._separator + local
        for known, prefix in reversed(self._prefixes):
            if known == uri and (prefix or not is_attribute):
                return f"{prefix}:{local}" if prefix else local
        return local

    def start_ns(self, prefix, uri):
        self._prefixes.append((uri, prefix))
        if self._separator is None:
            self._declared.append((f"xmlns:{prefix}" if prefix else "xmlns", uri or ""))
        else:
            self._call("StartNamespaceDeclHandler", prefix or None, uri)

    def end_ns(self, prefix):
        self._prefixes.pop()
        if self._separator is not None:
            self._call("EndNamespaceDeclHandler", prefix or None)

    def start(self, tag, attrs):
        pairs = self._declared + [(self._name(name, True), value) for name, value in attrs.items()]
        self._declared = []
        given = [part for pair in pairs for part in pair] if self._parser.ordered_attributes else dict(pairs)
        self._call("StartElementHandler", self._name(tag), given)

    def end(self, tag):
        self._call("EndElementHandler", self._name(tag))

    def data(self, text):
        self._text.append(text)
        if not self._parser.buffer_text:
            self._flush()

    def comment(self, text):
        self._call("CommentHandler", text)

    def pi(self, target, data=None):
        self._call("ProcessingInstructionHandler", target, data or "")

    def doctype(self, name, pubid, system):
        self._call("StartDoctypeDeclHandler", name, system, pubid, 0)
        self._call("EndDoctypeDeclHandler")

    def close(self):
        self._flush()


class XMLParserType:
    """A parser: set its handlers, and give it a document. They are called when the document is at its end."""

    _HANDLERS = (
        "StartElementHandler", "EndElementHandler", "CharacterDataHandler", "CommentHandler", "ProcessingInstructionHandler",
        "StartNamespaceDeclHandler", "EndNamespaceDeclHandler", "StartDoctypeDeclHandler", "EndDoctypeDeclHandler",
        "StartCdataSectionHandler", "EndCdataSectionHandler", "DefaultHandler", "DefaultHandlerExpand", "XmlDeclHandler",
        "ElementDeclHandler", "AttlistDeclHandler", "EntityDeclHandler", "NotationDeclHandler", "UnparsedEntityDeclHandler",
        "NotStandaloneHandler", "ExternalEntityRefHandler", "SkippedEntityHandler",
    )

    def __init__(self, encoding, namespace_separator):
        for name in self._HANDLERS:
            setattr(self, name, None)
        self.ordered_attributes = self.specified_attributes = self.buffer_text = self.namespace_prefixes = False
        self.buffer_size = 8192
        self.ErrorCode = self.ErrorLineNumber = self.ErrorColumnNumber = self.ErrorByteIndex = 0
        self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex = 1, 0, 0
        self._reader = XMLParser(target=_Target(self, namespace_separator), encoding=encoding)
        self._ended = False

    def Parse(self, data, isfinal=False, /):
        """Take a part of a document; the last one says so."""
        if self._ended:
            raise ExpatError("parsing finished: line 1, column 0")
        try:
            self._reader.feed(data)
            if isfinal:
                self._ended = True
                self._reader.close()
        except ParseError as problem:
            found = _fault(problem)
            self.ErrorCode, self.ErrorLineNumber, self.ErrorColumnNumber = found.code, found.lineno, found.offset
            raise found from None
        return 1

    def ParseFile(self, file, /):
        """Take the document of an open file."""
        return self.Parse(file.read(), True)

    def SetParamEntityParsing(self, flag, /):
        """Say whether entities of declarations are read: they are not."""
        return int(flag == XML_PARAM_ENTITY_PARSING_NEVER)

    def UseForeignDTD(self, flag=True, /):
        """Say whether there is a declaration elsewhere."""

    def GetBase(self):
        """Where the document lies."""
        return getattr(self, "_base", None)

    def SetBase(self, base, /):
        """Say where the document lies."""
        self._base = base


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """Make a parser; with a separator names have their namespace before it."""
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator)
