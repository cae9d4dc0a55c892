"""Handlers that write what they are told, and that pass it on."""

import codecs
import io

from xml.sax import handler, xmlreader
from xml.sax.saxutils import escape, quoteattr


def _text_file(out, encoding):
    """A file that takes text, over what takes bytes or text."""
    if out is None:
        import sys
        return sys.stdout
    if isinstance(out, (io.TextIOBase, codecs.StreamWriter, codecs.StreamReaderWriter)) or hasattr(out, "errors"):
        return out
    if isinstance(out, io.RawIOBase):
        raw = io.BufferedWriter(out)
    elif hasattr(out, "writable"):
        raw = out
    else:
        raw = io.BufferedIOBase()
        raw.writable = lambda: True
        raw.write = out.write
    wrapper = io.TextIOWrapper(raw, encoding=encoding, errors="xmlcharrefreplace", newline="\n", write_through=True)
    # The file stays open when the wrapper goes.
    wrapper.close = lambda: None
    return wrapper


class XMLGenerator(handler.ContentHandler):
    """Writes a document of what it is told."""

    def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
        super().__init__()
        out = _text_file(out, encoding)
        self._write = out.write
        self._flush = out.flush
        self._encoding = encoding
        self._contexts = [{}]
        self._declared = []
        self._short = short_empty_elements
        self._pending = False

    def _finish(self):
        if self._pending:
            self._write(">")
            self._pending = False

    def _qname(self, name):
        uri, local = name
        if uri == "http://www.w3.org/XML/1998/namespace":
            return "xml:" + local
        prefix = self._contexts[-1].get(uri) if uri else None
        return f"{prefix}:{local}" if prefix else local

    def startDocument(self):
        self._write(f'<?xml version="1.0" encoding="{self._encoding}"?>\n')

    def endDocument(self):
        self._flush()

    def startPrefixMapping(self, prefix, uri):
        self._contexts.append({**self._contexts[-1], uri: prefix})
        self._declared.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        self._contexts.pop()

    def _begin(self, name, attributes):
        self._finish()
        self._write("<" + name)
        for prefix, uri in self._declared:
            self._write(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"')
        self._declared = []
        for key, value in attributes:
            self._write(f" {key}={quoteattr(value)}")
        if self._short:
            self._pending = True
        else:
            self._write(">")

    def _end(self, name):
        if self._pending:
            self._write("/>")
            self._pending = False
        else:
            self._write(f"</{name}>")

    def startElement(self, name, attrs):
        self._begin(name, attrs.items())

    def endElement(self, name):
        self._end(name)

    def startElementNS(self, name, qname, attrs):
        self._begin(self._qname(name), [(self._qname(key), value) for key, value in attrs.items()])

    def endElementNS(self, name, qname):
        self._end(self._qname(name))

    def characters(self, content):
        if content:
            self._finish()
            self._write(escape(content if isinstance(content, str) else str(content, self._encoding)))

    def ignorableWhitespace(self, content):
        if content:
            self._finish()
            self._write(content if isinstance(content, str) else str(content, self._encoding))

    def processingInstruction(self, target, data):
        self._finish()
        self._write(f"<?{target} {data}?>")


class XMLFilterBase(xmlreader.XMLReader):
    """Stands between a parser and a handler, and passes everything on."""

    def __init__(self, parent=None):
        super().__init__()
        self._parent = parent

    def parse(self, source):
        self._parent.setContentHandler(self)
        self._parent.setErrorHandler(self)
        self._parent.setEntityResolver(self)
        self._parent.setDTDHandler(self)
        self._parent.parse(source)

    def getParent(self):
        """The parser."""
        return self._parent

    def setParent(self, parent):
        """Set the parser."""
        self._parent = parent

    def getFeature(self, name):
        return self._parent.getFeature(name)

    def setFeature(self, name, state):
        self._parent.setFeature(name, state)

    def getProperty(self, name):
        return self._parent.getProperty(name)

    def setProperty(self, name, value):
        self._parent.setProperty(name, value)


def _passed_on(name, holder):
    def method(self, *args):
        return getattr(getattr(self, holder), name)(*args)

    method.__name__ = method.__qualname__ = name
    method.__doc__ = "Passed on."
    return method


for _holder, _names in (
    ("_err_handler", "error fatalError warning"),
    ("_cont_handler", "setDocumentLocator startDocument endDocument startPrefixMapping endPrefixMapping startElement "
                      "endElement startElementNS endElementNS characters ignorableWhitespace processingInstruction "
                      "skippedEntity"),
    ("_dtd_handler", "notationDecl unparsedEntityDecl"),
    ("_ent_handler", "resolveEntity"),
):
    for _name in _names.split():
        setattr(XMLFilterBase, _name, _passed_on(_name, _holder))
