"""Headers that know what they mean: texts with attributes, made of name and value by a registry."""

from types import MappingProxyType

from email import _header_grammar as grammar
from email import _header_mime as mime
from email import errors, utils
from email._header_tree import SPECIALS, Node, fold_header, quote_string


class Address:
    """The address of one receiver: a name to show, and what is before and after the @."""

    def __init__(self, display_name="", username="", domain="", addr_spec=None):
        for part in (display_name, username, domain, addr_spec):
            if part and ("\r" in part or "\n" in part):
                raise ValueError("invalid arguments; address parts cannot contain CR or LF")
        if addr_spec is not None:
            if username or domain:
                raise TypeError("addrspec specified when username and/or domain also specified")
            found, rest = grammar.get_addr_spec(addr_spec)
            if rest:
                raise ValueError(f"Invalid addr_spec; only '{found}' could be parsed from '{addr_spec}'")
            for defect in found.all_defects:
                raise defect
            username, domain = found.local_part, found.domain
        self._display_name = display_name
        self._username = username
        self._domain = domain

    @property
    def display_name(self):
        """The name to show."""
        return self._display_name

    @property
    def username(self):
        """What is before the @, without quotes."""
        return self._username

    @property
    def domain(self):
        """What is after the @."""
        return self._domain

    @property
    def addr_spec(self):
        """The address without a name, with the quotes that it needs."""
        local = grammar.quoted_local_part(self.username)
        if self.domain:
            return f"{local}@{self.domain}"
        return local or "<>"

    def _key(self):
        return self.display_name, self.username, self.domain

    def __repr__(self):
        return (f"{type(self).__name__}(display_name={self.display_name!r}, username={self.username!r}, "
                f"domain={self.domain!r})")

    def __str__(self):
        name = self.display_name
        if not name:
            return self.addr_spec
        if not SPECIALS.isdisjoint(name):
            name = quote_string(name)
        address = self.addr_spec
        return f"{name} <{'' if address == '<>' else address}>"

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Address) else NotImplemented


class Group:
    """Addresses under a name; without one it stands for a single address."""

    def __init__(self, display_name=None, addresses=None):
        self._display_name = display_name
        self._addresses = tuple(addresses) if addresses else ()

    @property
    def display_name(self):
        """The name, or None."""
        return self._display_name

    @property
    def addresses(self):
        """The addresses, a tuple."""
        return self._addresses

    def __repr__(self):
        return f"{type(self).__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}"

    def __str__(self):
        name = self.display_name
        if name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        if name is not None and not SPECIALS.isdisjoint(name):
            name = quote_string(name)
        listed = ", ".join(map(str, self.addresses))
        return f"{name}:{' ' + listed if listed else ''};"

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


class BaseHeader(str):
    """A header: a text, with its name and the defects that it has. Classes of it have a `parse`, which puts the text as
    "decoded" and what else it finds in a dictionary, and an `init`, which takes these."""

    def __new__(cls, name, value):
        facts = {"defects": []}
        cls.parse(value, facts)
        text = facts.pop("decoded")
        self = str.__new__(cls, utils._sanitize(text) if utils._has_surrogates(text) else text)
        self.init(name, **facts)
        return self

    def init(self, name, *, parse_tree, defects):
        self._name = name
        self._parse_tree = parse_tree
        self._defects = defects

    @property
    def name(self):
        """The name, as it was written."""
        return self._name

    @property
    def defects(self):
        """What is wrong with the header."""
        return tuple(self._defects)

    def __reduce__(self):
        return _reconstruct_header, (type(self).__name__, type(self).__bases__, str(self)), self.__getstate__()

    @classmethod
    def _reconstruct(cls, value):
        return str.__new__(cls, value)

    def fold(self, *, policy):
        """The whole header in lines."""
        return fold_header(self.name, self._parse_tree, policy)


def _reconstruct_header(cls_name, bases, value):
    return type(cls_name, bases, {})._reconstruct(value)


class UnstructuredHeader:
    """A header that is any text."""

    max_count = None
    value_parser = staticmethod(grammar.get_unstructured)

    @classmethod
    def parse(cls, value, kwds):
        kwds["parse_tree"] = tree = cls.value_parser(value)
        kwds["decoded"] = str(tree)


class UniqueUnstructuredHeader(UnstructuredHeader):
    """A header that is any text and comes once."""

    max_count = 1


class DateHeader:
    """A header that is a date; it may be set to a datetime."""

    max_count = None
    value_parser = staticmethod(grammar.get_unstructured)

    @classmethod
    def parse(cls, value, kwds):
        kwds["datetime"] = None
        kwds["parse_tree"] = Node("nothing")
        if not value:
            kwds["defects"].append(errors.HeaderMissingRequiredValue())
            kwds["decoded"] = ""
            return
        if isinstance(value, str):
            kwds["decoded"] = value
            try:
                value = utils.parsedate_to_datetime(value)
            except ValueError:
                kwds["defects"].append(errors.InvalidDateDefect("Invalid date value or format"))
                return
        kwds["datetime"] = value
        kwds["decoded"] = utils.format_datetime(value)
        kwds["parse_tree"] = cls.value_parser(kwds["decoded"])

    def init(self, *args, **kw):
        self._datetime = kw.pop("datetime")
        super().init(*args, **kw)

    @property
    def datetime(self):
        """The date as a datetime, or None."""
        return self._datetime


class UniqueDateHeader(DateHeader):
    """A header that is a date and comes once."""

    max_count = 1


class AddressHeader:
    """A header of addresses; it may be set to an Address, a Group or several of them."""

    max_count = None

    @staticmethod
    def value_parser(value):
        return grammar.get_address_list(value)[0]

    @classmethod
    def parse(cls, value, kwds):
        if isinstance(value, str):
            kwds["parse_tree"] = tree = cls.value_parser(value)
            groups = [
                Group(address.display_name, [
                    Address(box.display_name or "", box.local_part or "", box.domain or "")
                    for box in address.mailboxes
                ])
                for address in tree if address.kind == "address"
            ]
            kwds["defects"] = list(tree.all_defects)
        else:
            items = value if hasattr(value, "__iter__") else [value]
            groups = [item if hasattr(item, "addresses") else Group(None, [item]) for item in items]
            kwds["defects"] = []
        kwds["groups"] = groups
        kwds["decoded"] = ", ".join(map(str, groups))
        if "parse_tree" not in kwds:
            kwds["parse_tree"] = cls.value_parser(kwds["decoded"])

    def init(self, *args, **kw):
        self._groups = tuple(kw.pop("groups"))
        self._addresses = None
        super().init(*args, **kw)

    @property
    def groups(self):
        """The groups; an address that is in none makes one of its own."""
        return self._groups

    @property
    def addresses(self):
        """All addresses."""
        if self._addresses is None:
            self._addresses = tuple(address for group in self._groups for address in group.addresses)
        return self._addresses


class UniqueAddressHeader(AddressHeader):
    """A header of addresses that comes once."""

    max_count = 1


class SingleAddressHeader(AddressHeader):
    """A header of one address."""

    @property
    def address(self):
        """The address."""
        if len(self.addresses) != 1:
            raise ValueError(f"value of single address header {self.name} is not a single address")
        return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
    """A header of one address that comes once."""

    max_count = 1


class _Parsed:
    """What headers with a grammar of their own share."""

    @classmethod
    def parse(cls, value, kwds):
        kwds["parse_tree"] = tree = cls.value_parser(value)
        kwds["decoded"] = str(tree)
        kwds["defects"].extend(tree.all_defects)


class MIMEVersionHeader(_Parsed):
    """The header MIME-Version."""

    max_count = 1
    value_parser = staticmethod(mime.parse_mime_version)

    def init(self, *args, **kw):
        tree = kw["parse_tree"]
        self._minor = tree.minor
        self._major = None if tree.minor is None else tree.major
        self._version = None if tree.minor is None else f"{tree.major}.{tree.minor}"
        super().init(*args, **kw)

    @property
    def major(self):
        """The number before the dot, or None."""
        return self._major

    @property
    def minor(self):
        """The number after the dot, or None."""
        return self._minor

    @property
    def version(self):
        """Both numbers, or None."""
        return self._version


class ParameterizedMIMEHeader(_Parsed):
    """A header with parameters."""

    max_count = 1

    def init(self, *args, **kw):
        self._params = {
            utils._sanitize(name).lower(): utils._sanitize(value) for name, value in kw["parse_tree"].params
        }
        super().init(*args, **kw)

    @property
    def params(self):
        """The parameters, by name."""
        return MappingProxyType(self._params)


class ContentTypeHeader(ParameterizedMIMEHeader):
    """The header Content-Type."""

    value_parser = staticmethod(mime.parse_content_type_header)

    def init(self, *args, **kw):
        super().init(*args, **kw)
        self._maintype = utils._sanitize(self._parse_tree.maintype)
        self._subtype = utils._sanitize(self._parse_tree.subtype)

    @property
    def maintype(self):
        """What is before the slash."""
        return self._maintype

    @property
    def subtype(self):
        """What is after the slash."""
        return self._subtype

    @property
    def content_type(self):
        """The type without parameters."""
        return f"{self.maintype}/{self.subtype}"


class ContentDispositionHeader(ParameterizedMIMEHeader):
    """The header Content-Disposition."""

    value_parser = staticmethod(mime.parse_content_disposition_header)

    def init(self, *args, **kw):
        super().init(*args, **kw)
        found = self._parse_tree.content_disposition
        self._content_disposition = found if found is None else utils._sanitize(found)

    @property
    def content_disposition(self):
        """Its word, or None."""
        return self._content_disposition


class ContentTransferEncodingHeader(_Parsed):
    """The header Content-Transfer-Encoding."""

    max_count = 1
    value_parser = staticmethod(mime.parse_content_transfer_encoding_header)

    def init(self, *args, **kw):
        super().init(*args, **kw)
        self._cte = utils._sanitize(self._parse_tree.cte)

    @property
    def cte(self):
        """Its word."""
        return self._cte


class MessageIDHeader(_Parsed):
    """The header Message-ID."""

    max_count = 1
    value_parser = staticmethod(mime.parse_message_id)


_default_header_map = {
    "subject": UniqueUnstructuredHeader,
    "date": UniqueDateHeader,
    "resent-date": DateHeader,
    "orig-date": UniqueDateHeader,
    "sender": UniqueSingleAddressHeader,
    "resent-sender": SingleAddressHeader,
    **{name: UniqueAddressHeader for name in ("to", "cc", "bcc", "from", "reply-to")},
    **{name: AddressHeader for name in ("resent-to", "resent-cc", "resent-bcc", "resent-from")},
    "mime-version": MIMEVersionHeader,
    "content-type": ContentTypeHeader,
    "content-disposition": ContentDispositionHeader,
    "content-transfer-encoding": ContentTransferEncodingHeader,
    "message-id": MessageIDHeader,
}


class HeaderRegistry:
    """Makes headers of names and values, each of the class that its name has."""

    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
        self.registry = dict(_default_header_map) if use_default_map else {}
        self.base_class = base_class
        self.default_class = default_class

    def map_to_type(self, name, cls):
        """Use a class for headers of a name."""
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        cls = self.registry.get(name.lower(), self.default_class)
        return type("_" + cls.__name__, (cls, self.base_class), {})

    def __call__(self, name, value):
        return self[name](name, value)
