"""A small implementation of the Document Object Model."""

import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE


class NodeList(list):
    """Nodes in their order."""

    __slots__ = ()

    def item(self, index):
        """The node of a place, or None."""
        return self[index] if 0 <= index < len(self) else None

    @property
    def length(self):
        """How many there are."""
        return len(self)


def _escape(text, in_attribute=False):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if in_attribute:
        text = text.replace('"', "&quot;").replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
    return text


class Node(xml.dom.Node):
    """Any node: its place in the tree, and how the tree is changed."""

    namespaceURI = None
    parentNode = None
    ownerDocument = None
    nextSibling = None
    previousSibling = None
    prefix = EMPTY_PREFIX
    nodeValue = None
    attributes = None
    _allowed = ()

    def __init__(self):
        self.childNodes = NodeList()

    def __bool__(self):
        return True

    @property
    def firstChild(self):
        """The first child, or None."""
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        """The last child, or None."""
        return self.childNodes[-1] if self.childNodes else None

    @property
    def localName(self):
        """The name without its prefix, of what has one."""
        return EMPTY_NAMESPACE

    def hasChildNodes(self):
        """Whether there are children."""
        return bool(self.childNodes)

    def _link(self):
        """Set the neighbours of all children."""
        before = None
        for child in self.childNodes:
            child.parentNode = self
            child.previousSibling = before
            child.nextSibling = None
            if before is not None:
                before.nextSibling = child
            before = child

    def _take(self, child):
        if child.nodeType not in self._allowed:
            raise xml.dom.HierarchyRequestErr(f"{child!r} cannot be child of {self!r}")
        if child.parentNode is not None:
            child.parentNode.removeChild(child)

    def _place_of(self, child):
        for place, own in enumerate(self.childNodes):
            if own is child:
                return place
        raise xml.dom.NotFoundErr()

    def insertBefore(self, newChild, refChild):
        """Put a node before a child, without one at the end."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(newChild.childNodes):
                self.insertBefore(child, refChild)
            return newChild
        if refChild is None:
            return self.appendChild(newChild)
        if newChild is refChild:
            return newChild
        self._take(newChild)
        self.childNodes.insert(self._place_of(refChild), newChild)
        self._link()
        return newChild

    def appendChild(self, node):
        """Put a node at the end."""
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(node.childNodes):
                self.appendChild(child)
            return node
        self._take(node)
        last = self.lastChild
        self.childNodes.append(node)
        node.parentNode = self
        node.previousSibling, node.nextSibling = last, None
        if last is not None:
            last.nextSibling = node
        return node

    def replaceChild(self, newChild, oldChild):
        """Put a node in the place of a child, which is returned."""
        if newChild is oldChild:
            return oldChild
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            following = oldChild.nextSibling
            self.removeChild(oldChild)
            self.insertBefore(newChild, following)
            return oldChild
        self._place_of(oldChild)
        self._take(newChild)
        self.childNodes[self._place_of(oldChild)] = newChild
        oldChild.parentNode = oldChild.nextSibling = oldChild.previousSibling = None
        self._link()
        return oldChild

    def removeChild(self, oldChild):
        """Take a child away; it is returned."""
        del self.childNodes[self._place_of(oldChild)]
        oldChild.parentNode = oldChild.nextSibling = oldChild.previousSibling = None
        self._link()
        return oldChild

    def normalize(self):
        """Put texts together that stand side by side, and take empty ones away."""
        kept = NodeList()
        for child in self.childNodes:
            if child.nodeType == self.TEXT_NODE:
                if not child.data:
                    child.parentNode = None
                    continue
                if kept and kept[-1].nodeType == self.TEXT_NODE:
                    kept[-1].data += child.data
                    child.parentNode = None
                    continue
            elif child.nodeType == self.ELEMENT_NODE:
                child.normalize()
            kept.append(child)
        self.childNodes[:] = kept
        self._link()

    def cloneNode(self, deep):
        """A copy, with all that is below it if it is to be deep."""
        return _clone(self, deep, self.ownerDocument or self)

    def isSameNode(self, other):
        """Whether this is the other."""
        return self is other

    def isSupported(self, feature, version):
        """Whether a feature is there."""
        return self.ownerDocument.implementation.hasFeature(feature, version)

    def unlink(self):
        """Let everything below go."""
        self.parentNode = self.ownerDocument = None
        for child in self.childNodes:
            child.unlink()
        self.childNodes = NodeList()
        self.previousSibling = self.nextSibling = None

    def __enter__(self):
        return self

    def __exit__(self, et, ev, tb):
        self.unlink()

    def toxml(self, encoding=None, standalone=None):
        """The node as text, or as bytes in an encoding."""
        return self.toprettyxml("", "", encoding, standalone)

    def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
        """The node in lines with indentation, as text, or as bytes in an encoding."""
        if encoding is None:
            writer = io.StringIO()
        else:
            writer = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="xmlcharrefreplace", newline="\n")
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, "", indent, newl, encoding, standalone)
        else:
            self.writexml(writer, "", indent, newl)
        return writer.getvalue() if encoding is None else writer.detach().getvalue()


_INSIDE = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE,
           Node.ENTITY_REFERENCE_NODE)


class DocumentFragment(Node):
    """Some nodes that are put somewhere together."""

    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = "#document-fragment"
    _allowed = _INSIDE


class Attr(Node):
    """An attribute of an element."""

    nodeType = Node.ATTRIBUTE_NODE
    specified = False

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        super().__init__()
        self.ownerElement = None
        self._name = qName
        self.namespaceURI = namespaceURI
        self._value = ""
        if prefix is not None:
            self._name = f"{prefix}:{localName or qName}"

    @property
    def localName(self):
        return self._name.rpartition(":")[2]

    @property
    def prefix(self):
        """What is before the colon, or None."""
        return self._name.rpartition(":")[0] or None

    @property
    def name(self):
        """The whole name."""
        return self._name

    nodeName = name

    @property
    def value(self):
        """The value."""
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    nodeValue = value

    @property
    def isId(self):
        """Whether the value names the element."""
        return self.ownerElement is not None and self._name in self.ownerElement._ids


class NamedNodeMap:
    """The attributes of an element, by name."""

    def __init__(self, element):
        self._element = element

    def _values(self):
        return self._element._attributes

    @property
    def length(self):
        """How many there are."""
        return len(self._values())

    __len__ = length.fget

    def item(self, index):
        """The attribute of a place, or None."""
        attributes = list(self._values().values())
        return attributes[index] if 0 <= index < len(attributes) else None

    def items(self):
        """Names and values."""
        return [(attribute.name, attribute.value) for attribute in self._values().values()]

    def itemsNS(self):
        """Namespaces with local names, and values."""
        return [((each.namespaceURI, each.localName), each.value) for each in self._values().values()]

    def keys(self):
        """Names."""
        return self._values().keys()

    def values(self):
        """The attributes."""
        return list(self._values().values())

    def get(self, name, value=None):
        """The attribute of a name."""
        return self._values().get(name, value)

    def __contains__(self, key):
        return key in self._values() if isinstance(key, str) else self._element._attribute_ns(*key) is not None

    def __getitem__(self, name):
        if isinstance(name, tuple):
            found = self._element._attribute_ns(*name)
            if found is None:
                raise KeyError(name)
            return found
        return self._values()[name]

    def __setitem__(self, name, value):
        if isinstance(value, str):
            self._element.setAttribute(name, value)
        elif isinstance(value, Attr):
            self._element.setAttributeNode(value)
        else:
            raise TypeError("value must be a string or Attr object")

    def __delitem__(self, name):
        self._element.removeAttributeNode(self[name])

    def getNamedItem(self, name):
        """The attribute of a name, or None."""
        return self._values().get(name)

    def removeNamedItem(self, name):
        """Take the attribute of a name away."""
        if name not in self._values():
            raise xml.dom.NotFoundErr()
        return self._element.removeAttributeNode(self._values()[name])

    def setNamedItem(self, node):
        """Put an attribute in."""
        return self._element.setAttributeNode(node)


class Element(Node):
    """An element."""

    nodeType = Node.ELEMENT_NODE
    _allowed = _INSIDE

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        super().__init__()
        self.tagName = self.nodeName = tagName
        self.prefix = prefix
        self.namespaceURI = namespaceURI
        self._attributes = {}
        self._ids = set()

    @property
    def localName(self):
        return self.tagName.rpartition(":")[2]

    @property
    def attributes(self):
        """The attributes, by name."""
        return NamedNodeMap(self)

    def _attribute_ns(self, namespaceURI, localName):
        for attribute in self._attributes.values():
            if attribute.namespaceURI == namespaceURI and attribute.localName == localName:
                return attribute
        return None

    def getAttribute(self, attname):
        """The value of an attribute; an empty text if there is none."""
        found = self._attributes.get(attname)
        return "" if found is None else found.value

    def getAttributeNS(self, namespaceURI, localName):
        """The value of an attribute of a namespace; an empty text if there is none."""
        found = self._attribute_ns(namespaceURI, localName)
        return "" if found is None else found.value

    def setAttribute(self, attname, value):
        """Set an attribute."""
        attribute = self._attributes.get(attname)
        if attribute is None:
            attribute = Attr(attname)
            attribute.ownerDocument = self.ownerDocument
            self._put(attribute)
        attribute.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        """Set an attribute of a namespace."""
        local = qualifiedName.rpartition(":")[2]
        attribute = self._attribute_ns(namespaceURI, local)
        if attribute is None:
            attribute = Attr(qualifiedName, namespaceURI)
            attribute.ownerDocument = self.ownerDocument
            self._put(attribute)
        attribute.value = value

    def _put(self, attribute):
        attribute.ownerElement = self
        self._attributes[attribute.name] = attribute

    def getAttributeNode(self, attrname):
        """An attribute, or None."""
        return self._attributes.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        """An attribute of a namespace, or None."""
        return self._attribute_ns(namespaceURI, localName)

    def setAttributeNode(self, attr):
        """Put an attribute in; the one whose place it takes is returned."""
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr("attribute node already owned")
        old = self._attributes.pop(attr.name, None)
        if old is not None:
            old.ownerElement = None
        self._put(attr)
        return old if old is not attr else None

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        """Take an attribute away."""
        if name not in self._attributes:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(self._attributes[name])

    def removeAttributeNS(self, namespaceURI, localName):
        """Take an attribute of a namespace away."""
        found = self._attribute_ns(namespaceURI, localName)
        if found is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(found)

    def removeAttributeNode(self, node):
        """Take an attribute away; it is returned."""
        if node is None or self._attributes.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        del self._attributes[node.name]
        node.ownerElement = None
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        """Whether there is an attribute."""
        return name in self._attributes

    def hasAttributeNS(self, namespaceURI, localName):
        """Whether there is an attribute of a namespace."""
        return self._attribute_ns(namespaceURI, localName) is not None

    def hasAttributes(self):
        """Whether there are attributes."""
        return bool(self._attributes)

    def setIdAttribute(self, name):
        """Let the value of an attribute name the element."""
        if name not in self._attributes:
            raise xml.dom.NotFoundErr()
        self._ids.add(name)

    def getElementsByTagName(self, name):
        """All elements of a name below; * is any."""
        return _elements(self, lambda each: name in ("*", each.tagName))

    def getElementsByTagNameNS(self, namespaceURI, localName):
        """All elements of a namespace and name below; * is any."""
        return _elements(self, lambda each: localName in ("*", each.localName) and namespaceURI in ("*", each.namespaceURI))

    def __repr__(self):
        return f"<DOM Element: {self.tagName} at {id(self):#x}>"

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write the element to an open file."""
        writer.write(f"{indent}<{self.tagName}")
        for name, attribute in self._attributes.items():
            writer.write(f' {name}="{_escape(attribute.value, True)}"')
        if not self.childNodes:
            writer.write("/>" + newl)
            return
        writer.write(">")
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            # A single text stays in the line.
            self.childNodes[0].writexml(writer, "", "", "")
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write(f"</{self.tagName}>{newl}")


def _elements(node, wanted):
    found = NodeList()

    def walk(node):
        for child in node.childNodes:
            if child.nodeType == Node.ELEMENT_NODE:
                if wanted(child):
                    found.append(child)
                walk(child)

    walk(node)
    return found


class ProcessingInstruction(Node):
    """An instruction for programs."""

    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        super().__init__()
        self.target = self.nodeName = target
        self.data = data

    @property
    def nodeValue(self):
        """The data."""
        return self.data

    @nodeValue.setter
    def nodeValue(self, value):
        self.data = value

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write the instruction to an open file."""
        writer.write(f"{indent}<?{self.target} {self.data}?>{newl}")


class CharacterData(Node):
    """A node that is text."""

    def __init__(self):
        super().__init__()
        self.data = ""

    @property
    def nodeValue(self):
        """The text."""
        return self.data

    @nodeValue.setter
    def nodeValue(self, value):
        self.data = value

    @property
    def length(self):
        """How many characters there are."""
        return len(self.data)

    __len__ = length.fget

    def __repr__(self):
        dots = "..." if len(self.data) > 10 else ""
        return f'<DOM {type(self).__name__} node "{self.data[:10]!r}{dots}">'

    def _check(self, offset, count=0):
        if offset < 0:
            raise xml.dom.IndexSizeErr("offset cannot be negative")
        if offset > len(self.data):
            raise xml.dom.IndexSizeErr("offset cannot be beyond end of data")
        if count < 0:
            raise xml.dom.IndexSizeErr("count cannot be negative")

    def substringData(self, offset, count):
        """Some of the characters."""
        self._check(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        """Add text at the end."""
        self.data += arg

    def insertData(self, offset, arg):
        """Add text at a place."""
        self._check(offset)
        self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        """Take characters away."""
        self.replaceData(offset, count, "")

    def replaceData(self, offset, count, arg):
        """Put text in the place of some characters."""
        self._check(offset, count)
        self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    """A text."""

    nodeType = Node.TEXT_NODE
    nodeName = "#text"

    def splitText(self, offset):
        """Cut the text in two; the second is returned."""
        self._check(offset)
        new = type(self)()
        new.data, new.ownerDocument = self.data[offset:], self.ownerDocument
        if self.parentNode is not None:
            self.parentNode.insertBefore(new, self.nextSibling)
        self.data = self.data[:offset]
        return new

    @property
    def wholeText(self):
        """The text with those beside it."""
        first = self
        kinds = (Node.TEXT_NODE, Node.CDATA_SECTION_NODE)
        while first.previousSibling is not None and first.previousSibling.nodeType in kinds:
            first = first.previousSibling
        parts = []
        while first is not None and first.nodeType in kinds:
            parts.append(first.data)
            first = first.nextSibling
        return "".join(parts)

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write the text to an open file."""
        writer.write(_escape(f"{indent}{self.data}{newl}"))


class CDATASection(Text):
    """A text that is written as it is."""

    nodeType = Node.CDATA_SECTION_NODE
    nodeName = "#cdata-section"

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write the text to an open file."""
        if "]]>" in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write(f"<![CDATA[{self.data}]]>")


class Comment(CharacterData):
    """A comment."""

    nodeType = Node.COMMENT_NODE
    nodeName = "#comment"

    def __init__(self, data):
        super().__init__()
        self.data = data

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write the comment to an open file."""
        if "--" in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write(f"{indent}<!--{self.data}-->{newl}")


class DocumentType(Node):
    """What the document says of its kind."""

    nodeType = Node.DOCUMENT_TYPE_NODE
    publicId = systemId = internalSubset = None

    def __init__(self, qualifiedName):
        super().__init__()
        self.name = self.nodeName = qualifiedName

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write the declaration to an open file."""
        writer.write("<!DOCTYPE " + self.name)
        if self.publicId:
            writer.write(f"{newl}  PUBLIC '{self.publicId}'{newl}  '{self.systemId}'")
        elif self.systemId:
            writer.write(f"{newl}  SYSTEM '{self.systemId}'")
        if self.internalSubset is not None:
            writer.write(f" [{self.internalSubset}]")
        writer.write(">" + newl)


class DOMImplementation:
    """Makes documents."""

    def hasFeature(self, feature, version):
        """Whether a feature is there."""
        return (feature.lower(), version or "1.0") in {
            (name, number) for name in ("core", "xml") for number in ("1.0", "2.0")}

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        """A document, with an element if a name is given."""
        if doctype and doctype.parentNode is not None:
            raise xml.dom.WrongDocumentErr("doctype object owned by another DOM tree")
        document = Document()
        document.implementation = self
        if not (namespaceURI is None and qualifiedName is None and doctype is None):
            if not qualifiedName:
                raise xml.dom.InvalidCharacterErr("Element with no name")
            prefix = qualifiedName.rpartition(":")[0]
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr("illegal use of prefix without namespaces")
            element = document.createElementNS(namespaceURI, qualifiedName)
            if doctype:
                document.appendChild(doctype)
            document.appendChild(element)
        if doctype:
            doctype.ownerDocument = document
        document.doctype = doctype
        return document

    def createDocumentType(self, qualifiedName, publicId, systemId):
        """What a document says of its kind."""
        doctype = DocumentType(qualifiedName)
        doctype.publicId, doctype.systemId = publicId, systemId
        return doctype

    def getInterface(self, feature):
        """What knows a feature: this, or None."""
        return self if self.hasFeature(feature, None) else None


class Document(Node):
    """A document."""

    nodeType = Node.DOCUMENT_NODE
    nodeName = "#document"
    _allowed = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.DOCUMENT_TYPE_NODE)
    implementation = DOMImplementation()
    doctype = None
    encoding = version = standalone = None

    @property
    def documentElement(self):
        """The outermost element, or None."""
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node
        return None

    def appendChild(self, node):
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement not in (None, node):
            raise xml.dom.HierarchyRequestErr("two document elements disallowed")
        return super().appendChild(node)

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        """An empty fragment."""
        return self._own(DocumentFragment())

    def createElement(self, tagName):
        """An element, which is not in the tree yet."""
        return self._own(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        """An element of a namespace, which is not in the tree yet."""
        return self._own(Element(qualifiedName, namespaceURI, qualifiedName.rpartition(":")[0] or None))

    def createTextNode(self, data):
        """A text, which is not in the tree yet."""
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        text = Text()
        text.data = data
        return self._own(text)

    def createCDATASection(self, data):
        """A text that is written as it is, which is not in the tree yet."""
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        text = CDATASection()
        text.data = data
        return self._own(text)

    def createComment(self, data):
        """A comment, which is not in the tree yet."""
        return self._own(Comment(data))

    def createProcessingInstruction(self, target, data):
        """An instruction, which is not in the tree yet."""
        return self._own(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        """An attribute, which belongs to no element yet."""
        return self._own(Attr(qName))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        """An attribute of a namespace, which belongs to no element yet."""
        return self._own(Attr(qualifiedName, namespaceURI))

    def getElementById(self, id):
        """The element that an attribute which was said to do so names, or None."""
        for element in self.getElementsByTagName("*"):
            if any(element.getAttribute(name) == id for name in element._ids):
                return element
        return None

    getElementsByTagName = Element.getElementsByTagName
    getElementsByTagNameNS = Element.getElementsByTagNameNS

    def importNode(self, node, deep):
        """A copy of another document's node."""
        if node.nodeType in (Node.DOCUMENT_NODE, Node.DOCUMENT_TYPE_NODE):
            raise xml.dom.NotSupportedErr("cannot import document nodes")
        return _clone(node, deep, self)

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        """Write the document to an open file."""
        declared = f' encoding="{encoding}"' if encoding else ""
        if standalone is not None:
            declared += f' standalone="{"yes" if standalone else "no"}"'
        writer.write(f'<?xml version="1.0" {declared.lstrip()}?>{newl}' if declared else f'<?xml version="1.0" ?>{newl}')
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


def _clone(node, deep, document):
    kind = node.nodeType
    if kind == Node.ELEMENT_NODE:
        new = document.createElementNS(node.namespaceURI, node.tagName)
        for attribute in node._attributes.values():
            new.setAttributeNS(attribute.namespaceURI, attribute.name, attribute.value)
    elif kind == Node.DOCUMENT_FRAGMENT_NODE:
        new = document.createDocumentFragment()
    elif kind == Node.TEXT_NODE:
        new = document.createTextNode(node.data)
    elif kind == Node.CDATA_SECTION_NODE:
        new = document.createCDATASection(node.data)
    elif kind == Node.COMMENT_NODE:
        new = document.createComment(node.data)
    elif kind == Node.PROCESSING_INSTRUCTION_NODE:
        new = document.createProcessingInstruction(node.target, node.data)
    elif kind == Node.ATTRIBUTE_NODE:
        new = document.createAttributeNS(node.namespaceURI, node.nodeName)
        new.value = node.value
    elif kind == Node.DOCUMENT_NODE:
        new = Document()
        document = new
    elif kind == Node.DOCUMENT_TYPE_NODE:
        new = node.ownerDocument.implementation.createDocumentType(node.name, node.publicId, node.systemId)
    else:
        raise xml.dom.NotSupportedErr(f"Cannot clone node {node!r}")
    if deep and kind != Node.ATTRIBUTE_NODE:
        for child in node.childNodes:
            new.appendChild(_clone(child, True, document))
    return new


class _Builder:
    """Makes a document of what a parser tells."""

    def __init__(self):
        self.document = Document()
        self._at = self.document
        # Prefixes by namespace, the innermost last, and those that the next element declares.
        self._prefixes = [("http://www.w3.org/XML/1998/namespace", "xml")]
        self._declared = []

    def start_ns(self, prefix, uri):
        self._prefixes.append((uri, prefix))
        self._declared.append((prefix, uri))

    def end_ns(self, prefix):
        self._prefixes.pop()

    def _name(self, name, is_attribute=False):
        if name[0] != "{":
            return None, name
        uri, _, local = name[1:].partition("}")
        for known, prefix in reversed(self._prefixes):
            if known == uri and (prefix or not is_attribute):
                return uri, f"{prefix}:{local}" if prefix else local
        return uri, local

    def start(self, tag, attrs):
        element = self.document.createElementNS(*self._name(tag))
        for prefix, uri in self._declared:
            element.setAttributeNS(XMLNS_NAMESPACE, f"xmlns:{prefix}" if prefix else "xmlns", uri or "")
        self._declared = []
        for name, value in attrs.items():
            element.setAttributeNS(*self._name(name, True), value)
        self._at.appendChild(element)
        self._at = element

    def end(self, tag):
        self._at = self._at.parentNode

    def data(self, text):
        if self._at is self.document:
            return
        last = self._at.lastChild
        if last is not None and last.nodeType == Node.TEXT_NODE:
            last.data += text
        else:
            self._at.appendChild(self.document.createTextNode(text))

    def comment(self, text):
        self._at.appendChild(self.document.createComment(text))

    def pi(self, target, data=None):
        self._at.appendChild(self.document.createProcessingInstruction(target, data or ""))

    def doctype(self, name, pubid, system):
        doctype = DocumentType(name)
        doctype.publicId, doctype.systemId, doctype.ownerDocument = pubid, system, self.document
        self.document.appendChild(doctype)
        self.document.doctype = doctype

    def close(self):
        return self.document


def parse(file, parser=None, bufsize=None):
    """The document of a file, named or open."""
    if isinstance(file, str) or hasattr(file, "__fspath__"):
        with open(file, "rb") as opened:
            return parseString(opened.read())
    return parseString(file.read())


def parseString(string, parser=None):
    """The document of a text or of bytes."""
    from xml.etree.ElementTree import ParseError, XMLParser
    reader = XMLParser(target=_Builder())
    try:
        reader.feed(string)
        return reader.close()
    except ParseError as error:
        from xml.parsers.expat import _fault
        raise _fault(error) from None


def getDOMImplementation(features=None):
    """What makes documents."""
    return Document.implementation
