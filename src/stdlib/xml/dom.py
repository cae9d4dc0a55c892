"""The Document Object Model: documents of XML as trees of nodes."""


class Node:
    """The numbers of the kinds of nodes."""

    ELEMENT_NODE = 1
    ATTRIBUTE_NODE = 2
    TEXT_NODE = 3
    CDATA_SECTION_NODE = 4
    ENTITY_REFERENCE_NODE = 5
    ENTITY_NODE = 6
    PROCESSING_INSTRUCTION_NODE = 7
    COMMENT_NODE = 8
    DOCUMENT_NODE = 9
    DOCUMENT_TYPE_NODE = 10
    DOCUMENT_FRAGMENT_NODE = 11
    NOTATION_NODE = 12


_ERRORS = ("INDEX_SIZE DOMSTRING_SIZE HIERARCHY_REQUEST WRONG_DOCUMENT INVALID_CHARACTER NO_DATA_ALLOWED "
           "NO_MODIFICATION_ALLOWED NOT_FOUND NOT_SUPPORTED INUSE_ATTRIBUTE INVALID_STATE SYNTAX INVALID_MODIFICATION "
           "NAMESPACE INVALID_ACCESS VALIDATION").split()


class DOMException(Exception):
    """Any error of the model; `code` is its number."""

    def __init__(self, *args, **kw):
        if self.__class__ is DOMException:
            raise RuntimeError("DOMException should not be instantiated directly")
        super().__init__(*args, **kw)

    def _get_code(self):
        return self.code


def _define():
    names = {"INDEX_SIZE": "IndexSizeErr", "DOMSTRING_SIZE": "DomstringSizeErr", "INUSE_ATTRIBUTE": "InuseAttributeErr"}
    for number, name in enumerate(_ERRORS, 1):
        globals()[name + "_ERR"] = number
        title = names.get(name) or name.title().replace("_", "") + "Err"
        body = {"code": number, "__doc__": f"The error {name}_ERR.", "__module__": __name__}
        globals()[title] = type(title, (DOMException,), body)


_define()


class UserDataHandler:
    """What may happen to a node that data is kept with."""

    NODE_CLONED = 1
    NODE_IMPORTED = 2
    NODE_DELETED = 3
    NODE_RENAMED = 4


XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
EMPTY_NAMESPACE = EMPTY_PREFIX = None


def getDOMImplementation(name=None, features=()):
    """What makes documents."""
    from xml.dom import minidom
    return minidom.getDOMImplementation(features)
