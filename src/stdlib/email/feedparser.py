"""Takes messages apart. What is fed is kept, and read when there will be no more; whatever it is, it makes a message,
and what is wrong with it becomes a defect."""

__all__ = ["FeedParser", "BytesFeedParser"]

import re
from io import StringIO

from email import errors
from email._policybase import compat32

_END = re.compile(r"(\r\n|\r|\n)\Z")
_BLANK = re.compile(r"\r\n|\r|\n")
# A line "From ", one with a name and a colon, or one that goes on.
_HEADER = re.compile(r"From |[\041-\071\073-\176]*:|[\t ]")
_AFTER_BOUNDARY = re.compile(r"(?P<end>--)?[ \t]*(?P<linesep>\r\n|\r|\n)?\Z")


def _without_end(line):
    return _END.sub("", line)


class _Lines:
    """Lines of which a part ends where one of the functions in `ends` says so."""

    def __init__(self, text):
        self._lines = list(StringIO(text, newline=""))
        self._at = 0
        self.ends = []

    def next(self):
        """The next line, or an empty text at the end of the part."""
        if self._at == len(self._lines):
            return ""
        line = self._lines[self._at]
        if any(ends(line) for ends in self.ends):
            return ""
        self._at += 1
        return line

    def back(self):
        """Give the last line back."""
        self._at -= 1

    def rest(self):
        """All other lines of the part."""
        lines = []
        while line := self.next():
            lines.append(line)
        return lines


class FeedParser:
    """Makes a message of pieces of text."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        if _factory is None:
            _factory = policy.message_factory
            if _factory is None:
                from email.message import Message as _factory
            self._make = lambda: _factory(policy=policy)
        else:
            self._make = lambda: _factory(policy=policy)
            try:
                self._make()
            except TypeError:
                # A class that knows nothing of policies.
                self._make = _factory
        self._pieces = []
        self._lines = None
        self._above = []
        self._headersonly = False

    def _set_headersonly(self):
        self._headersonly = True

    def feed(self, data):
        """Add some text."""
        self._pieces.append(data)

    def close(self):
        """The message of all that was fed."""
        self._lines = _Lines("".join(self._pieces))
        self._pieces = []
        root = self._message()
        if root.get_content_maintype() == "multipart" and not root.is_multipart() and not self._headersonly:
            self.policy.handle_defect(root, errors.MultipartInvariantViolationDefect())
        return root

    def _message(self):
        message = self._make()
        if self._above:
            above = self._above[-1]
            if above.get_content_type() == "multipart/digest":
                message.set_default_type("message/rfc822")
            above.attach(message)
        self._above.append(message)
        self._headers(message)
        if self._headersonly:
            message.set_payload("".join(self._lines.rest()))
        elif message.get_content_type() == "message/delivery-status":
            self._blocks()
        elif message.get_content_maintype() == "message":
            self._message()
        elif message.get_content_maintype() == "multipart":
            self._multipart(message)
        else:
            message.set_payload("".join(self._lines.rest()))
        self._above.pop()
        return message

    def _headers(self, message):
        lines = []
        while line := self._lines.next():
            if not _HEADER.match(line):
                if not _BLANK.match(line):
                    self.policy.handle_defect(message, errors.MissingHeaderBodySeparatorDefect())
                    self._lines.back()
                break
            lines.append(line)
        header = []
        for place, line in enumerate(lines):
            if line[0] in " \t":
                if header:
                    header.append(line)
                else:
                    self.policy.handle_defect(message, errors.FirstHeaderLineIsContinuationDefect(line))
                continue
            self._keep(message, header)
            header = []
            if line.startswith("From "):
                if place == 0:
                    message.set_unixfrom(_without_end(line))
                elif place == len(lines) - 1:
                    # A body that begins so, with no empty line before it.
                    self._lines.back()
                    return
                else:
                    message.defects.append(errors.MisplacedEnvelopeHeaderDefect(line))
            elif line.startswith(":"):
                message.defects.append(errors.InvalidHeaderDefect("Missing header name."))
            else:
                header = [line]
        self._keep(message, header)

    def _keep(self, message, header):
        if header:
            message.set_raw(*self.policy.header_source_parse(header))

    def _blocks(self):
        """A report of delivery: blocks of headers, with empty lines between them."""
        lines = self._lines
        while True:
            lines.ends.append(_BLANK.match)
            self._message()
            lines.ends.pop()
            # The empty line, and whether anything comes after it.
            lines.next()
            if not lines.next():
                return
            lines.back()

    def _multipart(self, message):
        lines = self._lines
        boundary = message.get_boundary()
        if boundary is None:
            self.policy.handle_defect(message, errors.NoBoundaryInMultipartDefect())
            message.set_payload("".join(lines.rest()))
            return
        encoding = str(message.get("content-transfer-encoding", "8bit")).lower()
        if encoding not in ("7bit", "8bit", "binary"):
            self.policy.handle_defect(message, errors.InvalidMultipartContentTransferEncodingDefect())
        separator = "--" + boundary

        def boundary_at(line):
            return _AFTER_BOUNDARY.match(line, len(separator)) if line.startswith(separator) else None

        before = []
        while line := lines.next():
            found = boundary_at(line)
            if found:
                break
            before.append(line)
        else:
            found = None
        if found is None or found["end"]:
            self.policy.handle_defect(message, errors.StartBoundaryNotFoundDefect())
            message.set_payload("".join(before))
            lines.rest()
            message.epilogue = ""
            return
        if before:
            before[-1] = _without_end(before[-1])
            message.preamble = "".join(before)
        while found and not found["end"]:
            # Several boundaries in a row make no empty parts.
            while (line := lines.next()) and boundary_at(line):
                pass
            if line:
                lines.back()
            lines.ends.append(boundary_at)
            part = self._message()
            lines.ends.pop()
            self._cut_end(part)
            line = lines.next()
            found = boundary_at(line) if line else None
        if found is None:
            self.policy.handle_defect(message, errors.CloseBoundaryNotFoundDefect())
            return
        after = lines.rest()
        text = "".join(after)
        if after and not found["linesep"]:
            text = re.sub(r"\A(\r\n|\r|\n)", "", text)
        message.epilogue = text if after or found["linesep"] else ""

    def _cut_end(self, part):
        """The end of the line before a boundary belongs to the boundary."""
        last = part
        while last.get_content_maintype() == "message" and last.is_multipart():
            last = last.get_payload()[-1]
        if last.get_content_maintype() == "multipart":
            if last.epilogue == "":
                last.epilogue = None
            elif last.epilogue is not None:
                last.epilogue = _without_end(last.epilogue)
        elif isinstance(last._payload, str):
            last._payload = _without_end(last._payload)


class BytesFeedParser(FeedParser):
    """Makes a message of pieces of bytes."""

    def feed(self, data):
        super().feed(data.decode("ascii", "surrogateescape"))
