"""What can go wrong with a message: errors, which are raised, and defects, which are noted where they are found."""


class MessageError(Exception):
    """Any error of this package."""


class MessageParseError(MessageError):
    """A text is no message."""


class HeaderParseError(MessageParseError):
    """A header cannot be understood."""


class BoundaryError(MessageParseError):
    """The end of a part was not found."""


class MultipartConversionError(MessageError, TypeError):
    """A message that is no multipart cannot become one."""


class CharsetError(MessageError):
    """A character set that is not one."""


class HeaderWriteError(MessageError):
    """A header would not be one when it is written."""


class MessageDefect(ValueError):
    """Something about a message that is not as it should be; `line` may say where."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
    """A multipart names no boundary."""


class StartBoundaryNotFoundDefect(MessageDefect):
    """The boundary that was named begins no line."""


class CloseBoundaryNotFoundDefect(MessageDefect):
    """The last boundary is not there."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
    """The first line goes on with a header that did not begin."""


class MisplacedEnvelopeHeaderDefect(MessageDefect):
    """There is a "From " line among the headers."""


class MissingHeaderBodySeparatorDefect(MessageDefect):
    """A line that is no header comes before the empty one."""


MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class MultipartInvariantViolationDefect(MessageDefect):
    """What calls itself a multipart has no parts."""


class InvalidMultipartContentTransferEncodingDefect(MessageDefect):
    """A multipart says that it is encoded as a whole."""


class UndecodableBytesDefect(MessageDefect):
    """There are bytes of no known character set."""


class InvalidBase64PaddingDefect(MessageDefect):
    """The end of a base64 text is missing."""


class InvalidBase64CharactersDefect(MessageDefect):
    """There are characters in a base64 text that do not belong there."""


class InvalidBase64LengthDefect(MessageDefect):
    """A base64 text has one character too many."""


class HeaderDefect(MessageDefect):
    """Something about a header that is not as it should be."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


class InvalidHeaderDefect(HeaderDefect):
    """A header is not written as its kind is to be written."""


class HeaderMissingRequiredValue(HeaderDefect):
    """A header has no value and needs one."""


class NonPrintableDefect(HeaderDefect):
    """A header has characters that leave no ink."""

    def __init__(self, non_printables):
        super().__init__(non_printables)
        self.non_printables = non_printables

    def __str__(self):
        return f"the following ASCII non-printables found in header: {self.non_printables}"


class ObsoleteHeaderDefect(HeaderDefect):
    """A header is written as was allowed long ago."""


class NonASCIILocalPartDefect(HeaderDefect):
    """The part of an address before its @ is not ASCII."""


class InvalidDateDefect(HeaderDefect):
    """A date is none."""
