"""What parsers are, and what they are given."""

from xml.sax import handler
from xml.sax._exceptions import SAXNotRecognizedException, SAXNotSupportedException


class XMLReader:
    """A parser with handlers."""

    def __init__(self):
        self._cont_handler = handler.ContentHandler()
        self._dtd_handler = handler.DTDHandler()
        self._ent_handler = handler.EntityResolver()
        self._err_handler = handler.ErrorHandler()

    def parse(self, source):
        """Read a document."""
        raise NotImplementedError("This method must be implemented!")

    def getContentHandler(self):
        """What is called for contents."""
        return self._cont_handler

    def setContentHandler(self, handler):
        """Set what is called for contents."""
        self._cont_handler = handler

    def getDTDHandler(self):
        """What is called for declarations."""
        return self._dtd_handler

    def setDTDHandler(self, handler):
        """Set what is called for declarations."""
        self._dtd_handler = handler

    def getEntityResolver(self):
        """What finds things that lie elsewhere."""
        return self._ent_handler

    def setEntityResolver(self, resolver):
        """Set what finds things that lie elsewhere."""
        self._ent_handler = resolver

    def getErrorHandler(self):
        """What is called for errors."""
        return self._err_handler

    def setErrorHandler(self, handler):
        """Set what is called for errors."""
        self._err_handler = handler

    def setLocale(self, locale):
        """Set the language of messages."""
        raise SAXNotSupportedException("Locale support not implemented")

    def getFeature(self, name):
        """Whether a feature is on."""
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def setFeature(self, name, state):
        """Turn a feature on or off."""
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def getProperty(self, name):
        """The value of a property."""
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    def setProperty(self, name, value):
        """Set a property."""
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")


class Locator:
    """Knows the place in a document."""

    def getColumnNumber(self):
        """The column."""
        return -1

    def getLineNumber(self):
        """The line."""
        return -1

    def getPublicId(self):
        """The public name of the document."""
        return None

    def getSystemId(self):
        """Where the document lies."""
        return None


class InputSource:
    """A document to read: where it lies, or a file."""

    def __init__(self, system_id=None):
        self._system_id = system_id
        self._public_id = self._encoding = self._bytefile = self._charfile = None

    def setPublicId(self, public_id):
        """Set the public name."""
        self._public_id = public_id

    def getPublicId(self):
        """The public name."""
        return self._public_id

    def setSystemId(self, system_id):
        """Set where it lies."""
        self._system_id = system_id

    def getSystemId(self):
        """Where it lies."""
        return self._system_id

    def setEncoding(self, encoding):
        """Set the encoding."""
        self._encoding = encoding

    def getEncoding(self):
        """The encoding."""
        return self._encoding

    def setByteStream(self, bytefile):
        """Set a file of bytes."""
        self._bytefile = bytefile

    def getByteStream(self):
        """The file of bytes."""
        return self._bytefile

    def setCharacterStream(self, charfile):
        """Set a file of text."""
        self._charfile = charfile

    def getCharacterStream(self):
        """The file of text."""
        return self._charfile


class AttributesImpl:
    """The attributes of an element."""

    def __init__(self, attrs):
        self._attrs = attrs

    def getLength(self):
        """How many there are."""
        return len(self._attrs)

    __len__ = getLength

    def getType(self, name):
        """The type of an attribute."""
        return "CDATA"

    def getValue(self, name):
        """The value of an attribute."""
        return self._attrs[name]

    __getitem__ = getValue

    def getValueByQName(self, name):
        """The value of an attribute by its whole name."""
        return self._attrs[name]

    def getNameByQName(self, name):
        """The name of an attribute by its whole name."""
        if name not in self._attrs:
            raise KeyError(name)
        return name

    getQNameByName = getNameByQName

    def getNames(self):
        """All names."""
        return list(self._attrs)

    getQNames = keys = getNames

    def __contains__(self, name):
        return name in self._attrs

    def get(self, name, alternative=None):
        """The value of an attribute, or what is given for none."""
        return self._attrs.get(name, alternative)

    def copy(self):
        """The same again."""
        return self.__class__(self._attrs)

    def items(self):
        """Names and values."""
        return list(self._attrs.items())

    def values(self):
        """All values."""
        return list(self._attrs.values())


class AttributesNSImpl(AttributesImpl):
    """The attributes of an element, by namespace and name."""

    def __init__(self, attrs, qnames):
        self._attrs = attrs
        self._qnames = qnames

    def getValueByQName(self, name):
        return self._attrs[self.getNameByQName(name)]

    def getNameByQName(self, name):
        for pair, qname in self._qnames.items():
            if qname == name:
                return pair
        raise KeyError(name)

    def getQNameByName(self, name):
        return self._qnames[name]

    def getQNames(self):
        return list(self._qnames.values())

    def copy(self):
        return self.__class__(self._attrs, self._qnames)
