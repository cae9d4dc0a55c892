"""XML as trees of elements: building, reading, searching and writing them. Documents are read by `_xml_parse`, searched by
`_xml_path`."""
import io

__all__ = [
    "Comment", "Element", "ElementTree", "PI", "ParseError", "ProcessingInstruction", "QName", "SubElement",
    "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "dump", "fromstring", "fromstringlist", "indent", "iselement",
    "iterparse", "parse", "register_namespace", "tostring", "tostringlist",
]

VERSION = "1.3.0"
_PREFIXES = {
    "http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


class ParseError(SyntaxError):
    """What is no well-formed document; `position` tells line and column, `code` the kind of mistake."""


class Element:
    """A tag with attributes, text, children, and the text behind it."""

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"attrib must be dict, not {type(attrib).__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return f"<Element {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib):
        """Another element of the same class."""
        return type(self)(tag, attrib)

    def __copy__(self):
        made = self.makeelement(self.tag, self.attrib)
        made.text, made.tail, made._children = self.text, self.tail, self._children[:]
        return made

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn("Testing an element's truth value will always return True in future versions.  "
                      "Use specific 'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return bool(self._children)

    def __getitem__(self, index):
        return self._children[index]

    def __setitem__(self, index, element):
        for each in element if isinstance(index, slice) else (element,):
            self._check(each)
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    @staticmethod
    def _check(element, how="expected an Element"):
        if not isinstance(element, Element):
            raise TypeError(f"{how}, not {type(element).__name__}")

    def append(self, subelement, /):
        """Adds a child at the end."""
        self._check(subelement, "append() argument 1 must be xml.etree.ElementTree.Element")
        self._children.append(subelement)

    def extend(self, elements, /):
        """Adds several children at the end."""
        for element in elements:
            self.append(element)

    def insert(self, index, subelement, /):
        """Adds a child at a place."""
        self._check(subelement, "insert() argument 2 must be xml.etree.ElementTree.Element")
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        """Takes out a child: this very one."""
        for place, each in enumerate(self._children):
            if each is subelement:
                del self._children[place]
                return
        raise ValueError("list.remove(x): x not in list")

    def find(self, path, namespaces=None):
        """The first element that a path leads to, or None."""
        return next(self.iterfind(path, namespaces), None)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        found = self.find(path, namespaces)
        return default if found is None else found.text or ""

    def findall(self, path, namespaces=None):
        """All elements that a path leads to."""
        return [*self.iterfind(path, namespaces)]

    def iterfind(self, path, namespaces=None):
        """All elements that a path leads to, one after the other."""
        from _xml_path import select
        return select(self, path, namespaces)

    def clear(self):
        """Takes out everything but the tag."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        """The value of an attribute."""
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        """Sets an attribute."""
        self.attrib[key] = value

    def keys(self):
        """The names of the attributes."""
        return self.attrib.keys()

    def items(self):
        """The attributes, as names with values."""
        return self.attrib.items()

    def iter(self, tag=None):
        """This element and all below, in the order of the document; those of a tag, if one is given."""
        tag = None if tag == "*" else tag
        if tag is None or self.tag == tag:
            yield self
        for child in self._children:
            yield from child.iter(tag)

    def itertext(self):
        """The texts in it, in the order of the document."""
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail


def SubElement(parent, tag, attrib={}, **extra):
    """A new element as the last child of another."""
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """A comment, as an element whose tag is this function."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """A processing instruction, as an element whose tag is this function."""
    element = Element(ProcessingInstruction)
    element.text = f"{target} {text}" if text else target
    return element


PI = ProcessingInstruction


class QName:
    """A name with its namespace, written `{uri}name`."""

    def __init__(self, text_or_uri, tag=None):
        self.text = f"{{{text_or_uri}}}{tag}" if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<QName {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def _compared(name):
        def compare(self, other):
            return getattr(str, name)(self.text, other.text if isinstance(other, QName) else other)
        return compare

    __eq__, __lt__, __le__, __gt__, __ge__ = map(_compared, ("__eq__", "__lt__", "__le__", "__gt__", "__ge__"))
    del _compared


def iselement(element):
    """Whether something can be taken for an element."""
    return hasattr(element, "tag")


class ElementTree:
    """A whole document."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file is not None:
            self.parse(file)

    def getroot(self):
        """The outermost element."""
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Reads a document from a file or a path; gives the outermost element."""
        is_path = not hasattr(source, "read")
        file = open(source, "rb") if is_path else source
        try:
            parser = parser or XMLParser()
            while data := file.read(65536):
                parser.feed(data)
            self._root = parser.close()
        finally:
            if is_path:
                file.close()
        return self._root

    def _from_root(self, path):
        if path[:1] == "/":
            import warnings
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  "
                          f"If you rely on the current behaviour, change it to {'.' + path!r}", FutureWarning, stacklevel=3)
            return "." + path
        return path

    def iter(self, tag=None):
        """All elements, in the order of the document."""
        return self._root.iter(tag)

    def find(self, path, namespaces=None):
        """The first element that a path leads to."""
        return self._root.find(self._from_root(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        return self._root.findtext(self._from_root(path), default, namespaces)

    def findall(self, path, namespaces=None):
        """All elements that a path leads to."""
        return self._root.findall(self._from_root(path), namespaces)

    def iterfind(self, path, namespaces=None):
        """All elements that a path leads to, one after the other."""
        return self._root.iterfind(self._from_root(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        """Writes the document into a file or to a path."""
        encoding = encoding or ("utf-8" if method == "c14n" else "us-ascii")
        text = _document(self._root, encoding, xml_declaration, default_namespace, method, short_empty_elements)
        is_text = encoding.lower() == "unicode"
        if hasattr(file_or_filename, "write"):
            return _write_to(file_or_filename, text, None if is_text else encoding)
        options = {"encoding": "utf-8" if is_text else encoding, "errors": "xmlcharrefreplace"}
        with open(file_or_filename, "w", **options) as file:
            file.write(text)


def _write_to(file, text, encoding):
    if encoding is None:
        file.write(text)
    else:
        file.write(text.encode(encoding, "xmlcharrefreplace"))


def _document(root, encoding, declares, default_namespace, method, short):
    if method not in (None, "xml", "html", "text"):
        raise ValueError(f"unknown method {method!r}")
    head = ""
    plain = encoding.lower() in ("unicode", "utf-8", "us-ascii")
    if method in (None, "xml") and (declares or declares is None and not plain):
        import locale
        named = locale.getpreferredencoding() if encoding.lower() == "unicode" else encoding
        head = f"<?xml version='1.0' encoding='{named}'?>\n"
    if method == "text":
        return head + "".join(root.itertext())
    names, declared = _qualified(root, default_namespace)
    pieces = [head]
    _serialize(pieces.append, root, names, declared, short, method == "html")
    return "".join(pieces)


def _qualified(root, default):
    """How each name is written, and the namespaces to be declared at the root, by their URI."""
    names, used = {None: None}, {}
    if default:
        used[default] = ""

    def add(name):
        if name in names:
            return
        if name[:1] != "{":
            if default:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            names[name] = name
            return
        uri, _, local = name[1:].rpartition("}")
        prefix = used.get(uri)
        if prefix is None:
            prefix = _PREFIXES.get(uri) or f"ns{len(used)}"
            if prefix != "xml":
                used[uri] = prefix
        names[name] = f"{prefix}:{local}" if prefix else local

    for element in root.iter():
        tag = element.tag
        if isinstance(tag, QName):
            add(tag.text)
        elif isinstance(tag, str):
            add(tag)
        elif tag not in (None, Comment, PI):
            raise TypeError(f"cannot serialize {tag!r} (type {type(tag).__name__})")
        for key, value in element.items():
            for each in (key, value):
                if isinstance(each, QName):
                    add(each.text)
                elif each is key:
                    if not isinstance(key, str):
                        raise TypeError(f"cannot serialize {key!r} (type {type(key).__name__})")
                    add(key)
        if isinstance(element.text, QName):
            add(element.text.text)
    return names, used


_EMPTY_IN_HTML = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param",
                  "source", "track", "wbr"}


def _serialize(write, element, names, declared, short, is_html):
    tag, text = element.tag, element.text
    if tag is Comment:
        write(f"<!--{text}-->" if not is_html else f"<!--{_escaped(text)}-->")
    elif tag is PI:
        write(f"<?{text}?>" if not is_html else f"<?{_escaped(text)}?>")
    elif tag is None:
        write(_escaped(text) if text else "")
        for child in element:
            _serialize(write, child, names, None, short, is_html)
    else:
        _serialize_tag(write, element, names, declared, short, is_html)
    if element.tail:
        write(_escaped(element.tail))


def _serialize_tag(write, element, names, declared, short, is_html):
    name = names[element.tag.text if isinstance(element.tag, QName) else element.tag]
    text = names[element.text.text] if isinstance(element.text, QName) else element.text
    write("<" + name)
    for uri, prefix in sorted((declared or {}).items(), key=lambda pair: pair[1]):
        write(f' xmlns{":" + prefix if prefix else ""}="{_escaped_value(uri, is_html)}"')
    for key, value in element.items():
        key = names[key.text if isinstance(key, QName) else key]
        value = names[value.text] if isinstance(value, QName) else _escaped_value(value, is_html)
        write(f' {key}="{value}"')
    if is_html:
        write(">")
        if text:
            write(text if name.lower() in ("script", "style") else _escaped(text))
        is_left_open = name.lower() in _EMPTY_IN_HTML
    elif text or len(element) or not short:
        write(">")
        write(_escaped(text) if text else "")
        is_left_open = False
    else:
        return write(" />")
    for child in element:
        _serialize(write, child, names, None, short, is_html)
    if not is_left_open:
        write(f"</{name}>")


def _escaped(text):
    try:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    except (TypeError, AttributeError):
        raise TypeError(f"cannot serialize {text!r} (type {type(text).__name__})") from None


def _escaped_value(text, is_html):
    text = _escaped(text) if not is_html else _in_html(text)
    text = text.replace('"', "&quot;")
    return text if is_html else text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


def _in_html(text):
    try:
        return text.replace("&", "&amp;").replace(">", "&gt;")
    except (TypeError, AttributeError):
        raise TypeError(f"cannot serialize {text!r} (type {type(text).__name__})") from None


def register_namespace(prefix, uri):
    """Lets a namespace be written with a prefix."""
    import re
    if re.fullmatch(r"ns\d+", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for each in [each for each, own in _PREFIXES.items() if each == uri or own == prefix]:
        del _PREFIXES[each]
    _PREFIXES[uri] = prefix


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """The document of an element, as bytes, or as text if the encoding is "unicode"."""
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, **options):
    """The document of an element, as a list of pieces."""
    return [tostring(element, encoding, method, **options)]


def dump(elem):
    """Prints an element."""
    import sys
    tree = elem if isinstance(elem, ElementTree) else ElementTree(elem)
    tree.write(sys.stdout, encoding="unicode")
    tail = tree.getroot().tail
    if not tail or tail[-1] != "\n":
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    """Puts white space between elements, so that each stands in a line of its own."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")

    def is_blank(text):
        return not text or not text.strip()

    def place(element, depth):
        inside, outside = "\n" + space * (depth + 1), "\n" + space * depth
        if is_blank(element.text):
            element.text = inside
        for child in element:
            if len(child):
                place(child, depth + 1)
            if is_blank(child.tail):
                child.tail = inside
        if is_blank(child.tail):
            child.tail = outside

    if len(tree):
        place(tree, level)


def parse(source, parser=None):
    """Reads a document from a file or a path."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """Reads a document from text or bytes; gives the outermost element."""
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    """Reads a document from pieces; gives the outermost element."""
    parser = parser or XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


def XMLID(text, parser=None):
    """Reads a document; gives the outermost element, and the elements by their attribute `id`."""
    tree = XML(text, parser)
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}


class TreeBuilder:
    """Makes elements of what a parser tells."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._make = element_factory or Element
        self._comment = comment_factory or Comment
        self._pi = pi_factory or ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis
        self._open, self._texts = [], []
        self._last = self._root = None
        self._is_behind = False

    def close(self):
        """The outermost element."""
        assert not self._open, "missing end tags"
        assert self._root is not None, "missing toplevel element"
        return self._root

    def _flush(self):
        if not self._texts:
            return
        text = "".join(self._texts)
        self._texts.clear()
        if self._last is not None:
            setattr(self._last, "tail" if self._is_behind else "text", text)

    def data(self, data):
        """Text."""
        self._texts.append(data)

    def start(self, tag, attrs):
        """The begin of an element."""
        self._flush()
        element = self._last = self._make(tag, attrs)
        self._add(element)
        self._open.append(element)
        self._is_behind = False
        return element

    def _add(self, element):
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element

    def end(self, tag):
        """The end of an element."""
        self._flush()
        self._last = self._open.pop()
        assert self._last.tag == tag, f"end tag mismatch (expected {self._last.tag}, got {tag})"
        self._is_behind = True
        return self._last

    def _single(self, element, is_kept):
        if is_kept:
            self._flush()
            self._last, self._is_behind = element, True
            self._add(element) if self._open else None
        return element

    def comment(self, text):
        """A comment."""
        return self._single(self._comment(text), self.insert_comments)

    def pi(self, target, text=None):
        """A processing instruction."""
        return self._single(self._pi(target, text), self.insert_pis)


class XMLParser:
    """Reads a document piece by piece, and tells a target of it."""

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self.entity = {}
        self._encoding = encoding
        self._pieces = []

    def feed(self, data):
        """Takes a piece of the document, text or bytes."""
        self._pieces.append(data)

    def flush(self):
        """Tells what was read so far: a document is read as a whole here, when it ends."""

    def close(self):
        """Reads the document; gives what the target has made of it."""
        from _xml_parse import read
        pieces, self._pieces = self._pieces, []
        read(pieces, self.target, self._encoding, self.entity)
        close = getattr(self.target, "close", None)
        return close() if close else None


class _Events(TreeBuilder):
    """Notes what happens while a tree is built."""

    def __init__(self, wanted):
        super().__init__()
        self.wanted, self.noted = wanted, []

    def _note(self, kind, what):
        if kind in self.wanted:
            self.noted.append((kind, what))
        return what

    def start(self, tag, attrs):
        return self._note("start", super().start(tag, attrs))

    def end(self, tag):
        return self._note("end", super().end(tag))

    def comment(self, text):
        return self._note("comment", super().comment(text))

    def pi(self, target, text=None):
        return self._note("pi", super().pi(target, text))

    def start_ns(self, prefix, uri):
        self._note("start-ns", (prefix, uri))

    def end_ns(self, prefix):
        self._note("end-ns", None)


def iterparse(source, events=None, parser=None):
    """Reads a document and gives what happens in it: pairs of a kind and an element."""
    wanted = ("end",) if events is None else tuple(events)
    for each in wanted:
        if each not in ("start", "end", "comment", "pi", "start-ns", "end-ns"):
            raise ValueError(f"unknown event {each!r}")
    target = _Events(wanted)
    root = parse(source, XMLParser(target=target)).getroot()

    class IterParseIterator:
        def __iter__(self):
            return self

        def __next__(self):
            if not target.noted:
                self.root = root
                raise StopIteration
            return target.noted.pop(0)

        def close(self):
            """Forgets the rest."""
            target.noted.clear()

    return IterParseIterator()

