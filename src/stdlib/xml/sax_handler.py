"""Handlers of what is found in documents: all methods do nothing, or raise what is fatal."""

version = "2.0beta"
feature_namespaces = "http://xml.org/sax/features/namespaces"
feature_namespace_prefixes = "http://xml.org/sax/features/namespace-prefixes"
feature_string_interning = "http://xml.org/sax/features/string-interning"
feature_validation = "http://xml.org/sax/features/validation"
feature_external_ges = "http://xml.org/sax/features/external-general-entities"
feature_external_pes = "http://xml.org/sax/features/external-parameter-entities"
all_features = [feature_namespaces, feature_namespace_prefixes, feature_string_interning, feature_validation,
                feature_external_ges, feature_external_pes]
property_lexical_handler = "http://xml.org/sax/properties/lexical-handler"
property_declaration_handler = "http://xml.org/sax/properties/declaration-handler"
property_dom_node = "http://xml.org/sax/properties/dom-node"
property_xml_string = "http://xml.org/sax/properties/xml-string"
property_encoding = "http://www.python.org/sax/properties/encoding"
property_interning_dict = "http://www.python.org/sax/properties/interning-dict"
all_properties = [property_lexical_handler, property_dom_node, property_declaration_handler, property_xml_string,
                  property_encoding, property_interning_dict]


class ErrorHandler:
    """What is done about errors."""

    def error(self, exception):
        """Raise an error that could be lived with."""
        raise exception

    def fatalError(self, exception):
        """Raise an error that ends everything."""
        raise exception

    def warning(self, exception):
        """Print a warning."""
        print(exception)


class ContentHandler:
    """What is done about the contents."""

    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        """Called first, with what knows the place in the document."""
        self._locator = locator

    def startDocument(self):
        """Called at the beginning."""

    def endDocument(self):
        """Called at the end."""

    def startPrefixMapping(self, prefix, uri):
        """Called where a prefix begins to stand for a namespace."""

    def endPrefixMapping(self, prefix):
        """Called where a prefix stands for nothing any more."""

    def startElement(self, name, attrs):
        """Called where an element begins."""

    def endElement(self, name):
        """Called where an element ends."""

    def startElementNS(self, name, qname, attrs):
        """Called where an element begins, with namespaces."""

    def endElementNS(self, name, qname):
        """Called where an element ends, with namespaces."""

    def characters(self, content):
        """Called for text."""

    def ignorableWhitespace(self, whitespace):
        """Called for blanks that mean nothing."""

    def processingInstruction(self, target, data):
        """Called for instructions."""

    def skippedEntity(self, name):
        """Called for entities that are left out."""


class DTDHandler:
    """What is done about declarations."""

    def notationDecl(self, name, publicId, systemId):
        """Called for notations."""

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        """Called for entities that are no XML."""


class EntityResolver:
    """Finds what lies elsewhere."""

    def resolveEntity(self, publicId, systemId):
        """Where it lies."""
        return systemId


class LexicalHandler:
    """What is done about comments and the like."""

    def comment(self, content):
        """Called for comments."""

    def startDTD(self, name, public_id, system_id):
        """Called where declarations begin."""

    def endDTD(self):
        """Called where declarations end."""

    def startCDATA(self):
        """Called where text begins that is written as it is."""

    def endCDATA(self):
        """Called where it ends."""
