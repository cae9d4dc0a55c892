"""Policies: how messages are read, kept and written."""

__all__ = ["Compat32", "EmailPolicy", "HTTP", "Policy", "SMTP", "compat32", "default", "strict"]

import re
import sys

from email._policybase import Compat32, Policy, compat32
from email.contentmanager import raw_data_manager
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.utils import _has_surrogates

linesep_splitter = re.compile(r"\n|\r\n?")


class EmailPolicy(Policy):
    """The policy of EmailMessage: headers are texts that know what they mean.

    utf8: whether headers may have other characters than ASCII. refold_source: which headers that were read are laid out
    anew when they are written: "long", "all" or "none". header_factory makes the headers of names and values.
    content_manager knows what get_content and set_content take.
    """

    message_factory = EmailMessage
    utf8 = False
    refold_source = "long"
    header_factory = HeaderRegistry()
    content_manager = raw_data_manager

    def __init__(self, **kw):
        kw.setdefault("header_factory", HeaderRegistry())
        super().__init__(**kw)

    def header_max_count(self, name):
        """How many headers of a name there may be: what the class of such headers says."""
        return self.header_factory[name].max_count

    def header_source_parse(self, sourcelines):
        """What is after the colon, without the blanks before it and the end of the last line."""
        return compat32.header_source_parse(sourcelines)

    def header_store_parse(self, name, value):
        """A header; one of that name stays what it is. A text may not have several lines."""
        if hasattr(value, "name") and value.name.lower() == name.lower():
            return name, value
        if isinstance(value, str) and len(value.splitlines()) > 1:
            raise ValueError("Header values may not contain linefeed or carriage return characters")
        return name, self.header_factory(name, value)

    def header_fetch_parse(self, name, value):
        """A header of the value without the ends of its lines."""
        if hasattr(value, "name"):
            return value
        return self.header_factory(name, "".join(linesep_splitter.split(value)))

    def fold(self, name, value):
        """The header in lines; whether one that was read is laid out anew is up to refold_source."""
        return self._fold(name, value, True)

    def fold_binary(self, name, value):
        """The header in lines, as bytes."""
        text = self._fold(name, value, self.cte_type == "7bit")
        return text.encode("utf8" if self.utf8 else "ascii", "surrogateescape")

    def _fold(self, name, value, encodes_bytes):
        if hasattr(value, "name"):
            return value.fold(policy=self)
        lines = linesep_splitter.split(value)
        if self._lays_out(name, value, lines, encodes_bytes):
            return self.header_factory(name, "".join(lines)).fold(policy=self)
        return f"{name}: {self.linesep.join(lines)}{self.linesep}"

    def _lays_out(self, name, value, lines, encodes_bytes):
        width = self.max_line_length or sys.maxsize
        if self.refold_source == "all":
            return True
        if self.refold_source == "long":
            if len(name) + 2 + len(lines[0]) > width or any(len(line) > width for line in lines[1:]):
                return True
        if not self.utf8:
            return not value.isascii()
        return encodes_bytes and _has_surrogates(value)


default = EmailPolicy()
# Clones of this one have a registry of the class.
del default.header_factory
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep="\r\n")
HTTP = default.clone(linesep="\r\n", max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
