"""What policies are, and the one that messages have by default: as the package was before there were policies."""

__all__ = ["Compat32", "Policy", "compat32"]

import abc

from email import charset as _charset, header
from email.utils import _has_surrogates


class _PolicyBase:
    """Values that cannot be changed; what differs from the class is given when one is made or cloned."""

    def __init__(self, **kw):
        self._set(self, kw)

    def _set(self, target, values):
        for name, value in values.items():
            if not hasattr(self, name):
                raise TypeError(f"{name!r} is an invalid keyword argument for {type(self).__name__}")
            object.__setattr__(target, name, value)

    def __repr__(self):
        values = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({values})"

    def clone(self, **kw):
        """The same policy with some values changed."""
        new = type(self).__new__(type(self))
        new.__dict__.update(self.__dict__)
        self._set(new, kw)
        return new

    def __setattr__(self, name, value):
        what = "attribute {!r} is read-only" if hasattr(self, name) else "has no attribute {!r}"
        raise AttributeError(f"{type(self).__name__!r} object {what.format(name)}")

    def __add__(self, other):
        return self.clone(**other.__dict__)


class Policy(_PolicyBase, metaclass=abc.ABCMeta):
    """How messages are read, kept and written.

    raise_on_defect: whether a defect is raised rather than noted. linesep: what ends lines that are written. cte_type:
    "8bit", or "7bit" where only ASCII may be written. max_line_length: of lines that are written, 0 or None for no
    limit. mangle_from_: whether lines of bodies that begin with "From " get a ">" before them. message_factory: the class
    of new messages. verify_generated_headers: whether headers that would become something else are refused.
    """

    raise_on_defect = False
    linesep = "\n"
    cte_type = "8bit"
    max_line_length = 78
    mangle_from_ = False
    message_factory = None
    verify_generated_headers = True

    def handle_defect(self, obj, defect):
        """Raise a defect, or note it at the object that has it."""
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        """Note a defect at the object that has it."""
        obj.defects.append(defect)

    def header_max_count(self, name):
        """How many headers of a name a message may have; None for any number."""
        return None

    @abc.abstractmethod
    def header_source_parse(self, sourcelines):
        """The name and the value to keep of a header that was read, of its lines."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_store_parse(self, name, value):
        """The name and the value to keep of a header that a program sets."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_fetch_parse(self, name, value):
        """The value that a program gets of what is kept."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold(self, name, value):
        """The header in lines, as text."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold_binary(self, name, value):
        """The header in lines, as bytes."""
        raise NotImplementedError


class Compat32(Policy):
    """The policy of old: headers are texts, and nothing about them is checked."""

    mangle_from_ = True

    def header_source_parse(self, sourcelines):
        """What is after the colon, without the blanks before it and the end of the last line."""
        name, first = sourcelines[0].split(":", 1)
        return name, (first.lstrip(" \t") + "".join(sourcelines[1:])).rstrip("\r\n")

    def header_store_parse(self, name, value):
        """Both as they are."""
        return name, value

    def header_fetch_parse(self, name, value):
        """The value; a Header if there are bytes in it that nothing could decode."""
        if isinstance(value, str) and _has_surrogates(value):
            return self._unknown(name, value)
        return value

    def _unknown(self, name, value):
        return header.Header(value, charset=_charset.UNKNOWN8BIT, header_name=name)

    def fold(self, name, value):
        """The lines of the value, those cut that are too long."""
        return self._fold(name, value, True)

    def fold_binary(self, name, value):
        """The lines of the value, those cut that are too long; bytes stay what they are where 8 bits are allowed."""
        return self._fold(name, value, self.cte_type == "7bit").encode("ascii", "surrogateescape")

    def _fold(self, name, value, encodes_bytes):
        found = value
        if isinstance(value, str):
            if not _has_surrogates(value):
                found = header.Header(value, header_name=name)
            elif encodes_bytes:
                found = self._unknown(name, value)
            else:
                found = None
        if found is not None:
            width = 0 if self.max_line_length is None else self.max_line_length
            value = found.encode(linesep=self.linesep, maxlinelen=width)
        return f"{name}: {value}{self.linesep}"


compat32 = Compat32()
