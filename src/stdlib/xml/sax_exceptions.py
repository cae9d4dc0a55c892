"""What can go wrong with a document."""


class SAXException(Exception):
    """Any error of this package; another one may be its reason."""

    def __init__(self, msg, exception=None):
        self._msg = msg
        self._exception = exception
        Exception.__init__(self, msg)

    def getMessage(self):
        """The message."""
        return self._msg

    def getException(self):
        """The reason, or None."""
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError("__getitem__")


class SAXParseException(SAXException):
    """A document is not well-formed."""

    def __init__(self, msg, exception, locator):
        super().__init__(msg, exception)
        self._locator = locator
        self._systemId = locator.getSystemId()
        self._colnum = locator.getColumnNumber()
        self._linenum = locator.getLineNumber()

    def getColumnNumber(self):
        """The column."""
        return self._colnum

    def getLineNumber(self):
        """The line."""
        return self._linenum

    def getPublicId(self):
        """The public name of the document."""
        return self._locator.getPublicId()

    def getSystemId(self):
        """Where the document lies."""
        return self._systemId

    def __str__(self):
        where = "<unknown>" if self._systemId is None else self._systemId
        line = "?" if self._linenum is None else self._linenum
        column = "?" if self._colnum is None else self._colnum
        return f"{where}:{line}:{column}: {self._msg}"


class SAXNotRecognizedException(SAXException):
    """There is no such feature or property."""


class SAXNotSupportedException(SAXException):
    """A feature or property cannot be set so."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """There is no parser."""
