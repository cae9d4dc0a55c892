"""The parser of xml.sax."""

from xml.parsers import expat
from xml.sax import handler, xmlreader
from xml.sax._exceptions import SAXNotRecognizedException, SAXNotSupportedException, SAXParseException

version = "2.20"


class ExpatParser(xmlreader.XMLReader, xmlreader.Locator):
    """Reads a document and calls the handlers."""

    def __init__(self, namespaceHandling=0, bufsize=65516):
        xmlreader.XMLReader.__init__(self)
        self._namespaces = namespaceHandling
        self._lexical = None
        self._source = xmlreader.InputSource()
        self._parser = None
        self._place = 1, 0

    def getFeature(self, name):
        if name == handler.feature_namespaces:
            return self._namespaces
        if name in handler.all_features:
            return 0
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def setFeature(self, name, state):
        if name == handler.feature_namespaces:
            self._namespaces = state
        elif name not in handler.all_features:
            raise SAXNotRecognizedException(f"Feature '{name}' not recognized")
        elif state:
            raise SAXNotSupportedException(f"snakelet's parser does not support {name}")

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lexical
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    def setProperty(self, name, value):
        if name != handler.property_lexical_handler:
            raise SAXNotRecognizedException(f"Property '{name}' not recognized")
        self._lexical = value

    def getLineNumber(self):
        return self._place[0]

    def getColumnNumber(self):
        return self._place[1]

    def getSystemId(self):
        return self._source.getSystemId()

    def getPublicId(self):
        return self._source.getPublicId()

    def parse(self, source):
        if isinstance(source, str) or hasattr(source, "__fspath__"):
            import os
            path = os.fspath(source)
            self._source = xmlreader.InputSource(path)
            with open(path, "rb") as file:
                self.feed(file.read(), True)
        else:
            if hasattr(source, "read"):
                self._source = xmlreader.InputSource()
                file = source
            else:
                self._source = source
                file = source.getCharacterStream() or source.getByteStream()
                if file is None:
                    return self.parse(source.getSystemId())
            self.feed(file.read(), True)
        self._end()

    def feed(self, data, isFinal=False):
        """Take a part of a document."""
        if self._parser is None:
            self._begin()
        try:
            self._parser.Parse(data, isFinal)
        except expat.ExpatError as error:
            self._place = error.lineno, error.offset
            problem = SAXParseException(expat.ErrorString(error.code), error, self)
            self._parser = None
            self._err_handler.fatalError(problem)

    def close(self):
        """The document is at its end."""
        if self._parser is not None:
            self.feed(b"", True)
            self._end()

    def reset(self):
        """Forget the document."""
        self._parser = None

    def _end(self):
        if self._parser is not None:
            self._parser = None
            self._cont_handler.endDocument()

    def _begin(self):
        parser = self._parser = expat.ParserCreate(self._source.getEncoding(), " " if self._namespaces else None)
        parser.buffer_text = True
        contents, lexical = self._cont_handler, self._lexical
        parser.CharacterDataHandler = contents.characters
        parser.ProcessingInstructionHandler = contents.processingInstruction
        if self._namespaces:
            parser.StartElementHandler, parser.EndElementHandler = self._start_ns, self._end_ns
            parser.StartNamespaceDeclHandler = contents.startPrefixMapping
            parser.EndNamespaceDeclHandler = contents.endPrefixMapping
        else:
            parser.StartElementHandler, parser.EndElementHandler = self._start_element, contents.endElement
        if lexical is not None:
            parser.CommentHandler = lexical.comment
            parser.StartDoctypeDeclHandler = lambda name, system, public, internal: lexical.startDTD(name, public, system)
            parser.EndDoctypeDeclHandler = lexical.endDTD
        contents.setDocumentLocator(self)
        contents.startDocument()

    def _start_element(self, name, attrs):
        self._cont_handler.startElement(name, xmlreader.AttributesImpl(attrs))

    @staticmethod
    def _pair(name):
        uri, blank, local = name.rpartition(" ")
        return (uri if blank else None), local

    def _start_ns(self, name, attrs):
        pairs = {self._pair(key): value for key, value in attrs.items()}
        qnames = {pair: pair[1] for pair in pairs}
        self._cont_handler.startElementNS(self._pair(name), None, xmlreader.AttributesNSImpl(pairs, qnames))

    def _end_ns(self, name):
        self._cont_handler.endElementNS(self._pair(name), None)


def create_parser(*args, **kwargs):
    """A parser."""
    return ExpatParser(*args, **kwargs)
