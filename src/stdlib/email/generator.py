"""Writes messages: as text, as bytes, or as what a reader of mail would see."""

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]

import random
import re
import sys
import time
from copy import deepcopy
from io import BytesIO, StringIO

from email.errors import HeaderWriteError
from email.utils import _has_surrogates

_ENDS = re.compile(r"\r\n|\r|\n")
_FROM = re.compile(r"^From ", re.MULTILINE)
# An end of a line after which the header does not go on.
_OTHER_LINE = re.compile(r"\r\n[^ \t]|\r[^ \n\t]|\n[^ \t]")
_DIGITS = len(repr(sys.maxsize - 1))


class Generator:
    """Writes messages as text to a file."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._fp = outfp
        self._mangle_from_ = mangle_from_
        self.maxheaderlen = maxheaderlen
        self.policy = policy

    def write(self, s):
        """Write a text to the file."""
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Write a message, after a line "From " if that is asked for."""
        policy = msg.policy if self.policy is None else self.policy
        changes = {}
        if linesep is not None:
            changes["linesep"] = linesep
        if self.maxheaderlen is not None:
            changes["max_line_length"] = self.maxheaderlen
        if changes:
            policy = policy.clone(**changes)
        self._NL = policy.linesep
        kept = self.policy, msg.policy
        try:
            self.policy = msg.policy = policy
            if unixfrom:
                self.write((msg.get_unixfrom() or f"From nobody {time.ctime(time.time())}") + self._NL)
            self._write(msg)
        finally:
            self.policy, msg.policy = kept

    def clone(self, fp):
        """A generator like this one that writes to another file."""
        return type(self)(fp, self._mangle_from_, None, policy=self.policy)

    def _new_buffer(self):
        return StringIO()

    def _encode(self, s):
        return s

    def _flat(self, part):
        """A part as it is written."""
        buffer = self._new_buffer()
        self.clone(buffer).flatten(part, unixfrom=False, linesep=self._NL)
        return buffer.getvalue()

    def _write_lines(self, text):
        """Write a text with the ends of lines that the policy wants."""
        self.write(self._NL.join(_ENDS.split(text)) if text else "")

    def _mangled(self, text):
        return _FROM.sub(">From ", text) if self._mangle_from_ else text

    def _write(self, msg):
        # The body comes first: it may turn out that it needs other headers.
        outer, self._fp = self._fp, self._new_buffer()
        self._munge_cte = None
        try:
            self._dispatch(msg)
            body = self._fp.getvalue()
        finally:
            self._fp = outer
            changed = self._munge_cte
            del self._munge_cte
        if changed:
            encoding, content_type = changed
            msg = deepcopy(msg)
            if msg.get("content-transfer-encoding") is None:
                msg["Content-Transfer-Encoding"] = encoding
            else:
                msg.replace_header("content-transfer-encoding", encoding)
            msg.replace_header("content-type", content_type)
        own = getattr(msg, "_write_headers", None)
        if own is None:
            self._write_headers(msg)
        else:
            own(self)
        self._fp.write(body)

    def _dispatch(self, msg):
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        for name in (f"{main}_{sub}", main):
            handler = getattr(self, "_handle_" + name.replace("-", "_"), None)
            if handler is not None:
                return handler(msg)
        return self._writeBody(msg)

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            folded = self.policy.fold(name, value)
            if self.policy.verify_generated_headers:
                end = self.policy.linesep
                if not folded.endswith(end):
                    raise HeaderWriteError(f"folded header does not end with {end!r}: {folded!r}")
                if _OTHER_LINE.search(folded.removesuffix(end)):
                    raise HeaderWriteError(f"folded header contains newline: {folded!r}")
            self.write(folded)
        self.write(self._NL)

    def _handle_text(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if not isinstance(payload, str):
            raise TypeError(f"string payload expected: {type(payload)}")
        if _has_surrogates(msg._payload):
            charset = msg.get_param("charset")
            if charset is not None:
                # Bytes cannot be written as text: they are encoded, and the headers say so.
                copy = deepcopy(msg)
                del copy["content-transfer-encoding"]
                copy.set_payload(msg._payload, charset)
                payload = copy.get_payload()
                self._munge_cte = copy["content-transfer-encoding"], copy["content-type"]
        self._write_lines(self._mangled(payload))

    # What is of no known type is written like text.
    _writeBody = _handle_text

    def _handle_multipart(self, msg):
        parts = msg.get_payload()
        if isinstance(parts, str):
            self.write(parts)
            return
        if parts is None:
            parts = []
        elif not isinstance(parts, list):
            parts = [parts]
        texts = [self._flat(part) for part in parts]
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._encode(self._NL).join(texts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            self._write_lines(self._mangled(msg.preamble))
            self.write(self._NL)
        self.write(f"--{boundary}{self._NL}")
        for place, text in enumerate(texts):
            if place:
                self.write(f"{self._NL}--{boundary}{self._NL}")
            self._fp.write(text)
        self.write(f"{self._NL}--{boundary}--{self._NL}")
        if msg.epilogue is not None:
            self._write_lines(self._mangled(msg.epilogue))

    def _handle_multipart_signed(self, msg):
        # What is signed may not be laid out anew.
        kept = self.policy
        self.policy = kept.clone(max_line_length=0)
        try:
            self._handle_multipart(msg)
        finally:
            self.policy = kept

    def _handle_message_delivery_status(self, msg):
        end = self._encode(self._NL)
        blocks = [self._flat(part) for part in msg.get_payload()]
        # A block that ends with its last header needs no empty line of its own.
        blocks = [block[:-len(end)] if block.endswith(end) else block for block in blocks]
        self._fp.write(end.join(blocks))

    def _handle_message(self, msg):
        payload = msg._payload
        if isinstance(payload, list):
            self._fp.write(self._flat(msg.get_payload(0)))
        else:
            self._fp.write(self._encode(payload))

    @classmethod
    def _make_boundary(cls, text=None):
        """A boundary that no line of the text begins with."""
        boundary = base = f"{'=' * 15}{random.randrange(sys.maxsize):0{_DIGITS}}=="
        counter = 0
        while text is not None and cls._compile_re(f"^--{re.escape(boundary)}(--)?$", re.MULTILINE).search(text):
            boundary = f"{base}.{counter}"
            counter += 1
        return boundary

    @classmethod
    def _compile_re(cls, s, flags):
        return re.compile(s, flags)


class BytesGenerator(Generator):
    """Writes messages as bytes to a binary file."""

    def write(self, s):
        self._fp.write(s.encode("ascii", "surrogateescape"))

    def _new_buffer(self):
        return BytesIO()

    def _encode(self, s):
        return s.encode("ascii")

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            self._fp.write(self.policy.fold_binary(name, value))
        self.write(self._NL)

    def _handle_text(self, msg):
        if msg._payload is None:
            return
        if _has_surrogates(msg._payload) and self.policy.cte_type != "7bit":
            msg._payload = self._mangled(msg._payload)
            self._write_lines(msg._payload)
        else:
            super()._handle_text(msg)

    _writeBody = _handle_text

    @classmethod
    def _compile_re(cls, s, flags):
        return re.compile(s.encode("ascii"), flags)


_OMITTED = "[Non-text (%(type)s) part of message omitted, filename %(filename)s]"


class DecodedGenerator(Generator):
    """Writes the texts of a message; for each other part a line `fmt` that may name its %(type)s, %(maintype)s,
    %(subtype)s, %(filename)s, %(description)s and %(encoding)s."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = _OMITTED if fmt is None else fmt

    def _dispatch(self, msg):
        for part in msg.walk():
            maintype = part.get_content_maintype()
            if maintype == "text":
                print(part.get_payload(decode=False), file=self)
            elif maintype != "multipart":
                print(self._fmt % {
                    "type": part.get_content_type(),
                    "maintype": maintype,
                    "subtype": part.get_content_subtype(),
                    "filename": part.get_filename("[no filename]"),
                    "description": part.get("Content-Description", "[no description]"),
                    "encoding": part.get("Content-Transfer-Encoding", "[no encoding]"),
                }, file=self)
