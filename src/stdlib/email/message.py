"""Messages: headers, and below them a text, bytes or other messages."""

__all__ = ["Message", "EmailMessage"]

import binascii
import re

from email import errors, utils
from email import charset as _charset
from email._policybase import compat32

Charset = _charset.Charset
_missing = object()
# What cannot stand in a parameter without quotes.
tspecials = re.compile(r'[ ()<>@,;:\\"/\[\]?=]')


def _first_part(value):
    """What is before the first semicolon."""
    return str(value).partition(";")[0].strip()


def _format_param(name, value=None, quote=True):
    """A parameter of a header; text that is not ASCII is written as RFC 2231 says."""
    if value is None or not len(value):
        return name
    if isinstance(value, tuple):
        charset, language, text = value
        return f"{name}*={utils.encode_rfc2231(text, charset, language)}"
    if not value.isascii():
        return f"{name}*={utils.encode_rfc2231(value, 'utf-8', '')}"
    if quote or tspecials.search(value):
        return f'{name}="{utils.quote(value)}"'
    return f"{name}={value}"


def _pieces(text):
    """A header's parts between semicolons; one between quotes divides nothing."""
    begin, at = 0, 0
    while True:
        at = text.find(";", at)
        piece = text[begin:] if at < 0 else text[begin:at]
        if at < 0 or (piece.count('"') - piece.count('\\"')) % 2 == 0 or at == begin:
            yield piece
            begin = at + 1
        if at < 0:
            return
        at += 1


def _read_params(value):
    """The parameters of a header as pairs of name and text; the value before them is the first name."""
    pairs = []
    for piece in _pieces(str(value)):
        name, equals, text = piece.partition("=")
        name = name.strip()
        pairs.append((name.lower() if equals else name, text.strip()))
    return pairs


def _unquoted(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


def _decode_uu(data):
    """The bytes between the lines `begin` and `end`."""
    lines = iter(data.splitlines())
    for line in lines:
        if line.startswith(b"begin ") and re.match(rb"begin +[0-7]+( |$)", line):
            break
    else:
        raise ValueError("`begin` line not found")
    parts = []
    for line in lines:
        if not line:
            raise ValueError("Truncated input")
        if line.strip(b" \t\r\n\f") == b"end":
            break
        try:
            parts.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some writers leave something behind the data.
            parts.append(binascii.a2b_uu(line[:((line[0] - 32 & 63) * 4 + 5) // 3]))
    return b"".join(parts)


def _decode_base64(self, data):
    from email._encoded_words import decode_b
    decoded, defects = decode_b(b"".join(data.splitlines()))
    for defect in defects:
        self.policy.handle_defect(self, defect)
    return decoded


class Message:
    """A message: a mapping of headers, whose names may be in any case and come several times, and a payload."""

    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers = []
        self._unixfrom = None
        self._payload = None
        self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    def __str__(self):
        return self.as_string()

    def __bytes__(self):
        return self.as_bytes()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The whole message as text."""
        from email.generator import Generator
        from io import StringIO
        file = StringIO()
        policy = self.policy if policy is None else policy
        Generator(file, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy).flatten(self, unixfrom=unixfrom)
        return file.getvalue()

    def as_bytes(self, unixfrom=False, policy=None):
        """The whole message as bytes."""
        from email.generator import BytesGenerator
        from io import BytesIO
        file = BytesIO()
        policy = self.policy if policy is None else policy
        BytesGenerator(file, mangle_from_=False, policy=policy).flatten(self, unixfrom=unixfrom)
        return file.getvalue()

    def is_multipart(self):
        """Whether the payload is a list of messages."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        """Set the line "From " that comes before the headers in mailboxes."""
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        """The line "From " before the headers, or None."""
        return self._unixfrom

    # The payload.

    def attach(self, payload):
        """Add a message to those of the payload."""
        if self._payload is None:
            self._payload = [payload]
            return
        try:
            self._payload.append(payload)
        except AttributeError:
            raise TypeError("Attach is not valid on a message with a non-multipart payload") from None

    def get_payload(self, i=None, decode=False):
        """The payload, or its i-th message; decoded it is bytes, and None for several messages."""
        payload = self._payload
        if self.is_multipart():
            if decode:
                return None
            return payload if i is None else payload[i]
        if i is not None:
            raise TypeError(f"Expected list, got {type(payload)}")
        if not decode:
            return self._readable(payload)
        if not isinstance(payload, str):
            data = payload
        else:
            try:
                data = payload.encode("ascii", "surrogateescape")
            except UnicodeEncodeError:
                # A program has put other text there.
                data = payload.encode("raw-unicode-escape")
        return self._decoded(data, str(self.get("content-transfer-encoding", "")).lower())

    def _readable(self, payload):
        """The payload with text in the place of bytes, if the headers say which."""
        if not isinstance(payload, str) or not utils._has_surrogates(payload):
            return payload
        try:
            data = payload.encode("ascii", "surrogateescape")
        except UnicodeEncodeError:
            return payload
        try:
            return data.decode(self.get_content_charset("ascii"), "replace")
        except LookupError:
            return data.decode("ascii", "replace")

    def _decoded(self, data, encoding):
        if encoding == "quoted-printable":
            import quopri
            return quopri.decodestring(data)
        if encoding == "base64":
            return _decode_base64(self, data)
        if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
            try:
                return _decode_uu(data)
            except ValueError:
                return data
        return data

    def set_payload(self, payload, charset=None):
        """Set the payload; with a character set the headers say which, and the text is encoded."""
        if hasattr(payload, "encode"):
            if charset is None:
                self._payload = payload
                return
            if not isinstance(charset, Charset):
                charset = Charset(charset)
            payload = payload.encode(charset.output_charset, "surrogateescape")
        self._payload = payload.decode("ascii", "surrogateescape") if hasattr(payload, "decode") else payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Say in the headers which character set the payload has, and encode it; None takes it away."""
        if charset is None:
            self.del_param("charset")
            self._charset = None
            return
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        sent_as = charset.get_output_charset()
        if "MIME-Version" not in self:
            self.add_header("MIME-Version", "1.0")
        if "Content-Type" in self:
            self.set_param("charset", sent_as)
        else:
            self.add_header("Content-Type", "text/plain", charset=sent_as)
        if charset != sent_as:
            self._payload = charset.body_encode(self._payload)
        if "Content-Transfer-Encoding" in self:
            return
        encoding = charset.get_body_encoding()
        if callable(encoding):
            encoding(self)
            return
        payload = self._payload
        if payload:
            try:
                payload = payload.encode("ascii", "surrogateescape")
            except UnicodeError:
                payload = payload.encode(charset.output_charset)
        self._payload = charset.body_encode(payload)
        self.add_header("Content-Transfer-Encoding", encoding)

    def get_charset(self):
        """The Charset that was set, or None."""
        return self._charset

    # The headers.

    def __len__(self):
        return len(self._headers)

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def __contains__(self, name):
        name = name.lower()
        return any(own.lower() == name for own, _ in self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most:
            lower = name.lower()
            if sum(own.lower() == lower for own, _ in self._headers) >= most:
                raise ValueError(f"There may be at most {most} {name} headers in a message")
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [header for header in self._headers if header[0].lower() != name]

    def keys(self):
        """The names of all headers."""
        return [name for name, _ in self._headers]

    def values(self):
        """The values of all headers."""
        return [value for _, value in self.items()]

    def items(self):
        """The names and values of all headers."""
        return [(name, self.policy.header_fetch_parse(name, value)) for name, value in self._headers]

    def get(self, name, failobj=None):
        """The value of the first header of a name, or what is given for none."""
        name = name.lower()
        for own, value in self._headers:
            if own.lower() == name:
                return self.policy.header_fetch_parse(own, value)
        return failobj

    def get_all(self, name, failobj=None):
        """The values of all headers of a name, or what is given for none."""
        name = name.lower()
        found = [self.policy.header_fetch_parse(own, value) for own, value in self._headers if own.lower() == name]
        return found or failobj

    def set_raw(self, name, value):
        """Add a header as it was read."""
        self._headers.append((name, value))

    def raw_items(self):
        """The headers as they are kept."""
        return iter(self._headers.copy())

    def add_header(self, _name, _value, **_params):
        """Add a header with parameters; in their names a - is written as _, and those that are None have no value."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            parts.append(_format_param(name.replace("_", "-"), value))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        """Change the value of the first header of a name."""
        name = _name.lower()
        for place, (own, _) in enumerate(self._headers):
            if own.lower() == name:
                self._headers[place] = self.policy.header_store_parse(own, _value)
                return
        raise KeyError(name)

    # What the headers say about the payload.

    def get_content_type(self):
        """The type of the payload, like text/plain."""
        value = self.get("content-type", _missing)
        if value is _missing:
            return self.get_default_type()
        found = _first_part(value).lower()
        return found if found.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        """The type before the slash."""
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        """The type after the slash."""
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        """The type where no header says one."""
        return self._default_type

    def set_default_type(self, ctype):
        """Set the type where no header says one."""
        self._default_type = ctype

    def _get_params_preserve(self, failobj, header):
        value = self.get(header, _missing)
        return failobj if value is _missing else utils.decode_params(_read_params(value))

    def get_params(self, failobj=None, header="content-type", unquote=True):
        """The parameters of a header as pairs; the first is its value itself."""
        params = self._get_params_preserve(_missing, header)
        if params is _missing:
            return failobj
        return [(name, _unquoted(value)) for name, value in params] if unquote else params

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        """A parameter of a header: a text, or character set, language and text."""
        if header not in self:
            return failobj
        param = param.lower()
        for name, value in self._get_params_preserve(failobj, header):
            if name.lower() == param:
                return _unquoted(value) if unquote else value
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        """Set a parameter of a header; the header moves to the end unless it is to be replaced where it is."""
        if charset and not isinstance(value, tuple):
            value = charset, language, value
        if header not in self and header.lower() == "content-type":
            old = "text/plain"
        else:
            old = self.get(header)
        new = _format_param(param, value, requote)
        if not self.get_param(param, header=header):
            text = "; ".join([old, new]) if old else new
        else:
            lower = param.lower()
            text = "; ".join(
                new if name.lower() == lower else _format_param(name, other, requote)
                for name, other in self.get_params(header=header, unquote=requote))
        if text == self.get(header):
            return
        if replace:
            self.replace_header(header, text)
        else:
            del self[header]
            self[header] = text

    def del_param(self, param, header="content-type", requote=True):
        """Take a parameter away."""
        if header not in self:
            return
        lower = param.lower()
        text = "; ".join(
            _format_param(name, value, requote)
            for name, value in self.get_params(header=header, unquote=requote) if name.lower() != lower)
        if text != self.get(header):
            del self[header]
            self[header] = text

    def set_type(self, type, header="Content-Type", requote=True):
        """Set the type; parameters stay."""
        if type.count("/") != 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        params = self.get_params(failobj=[], header=header, unquote=requote)
        del self[header]
        self[header] = type
        for name, value in params[1:]:
            self.set_param(name, value, header, requote)

    def get_filename(self, failobj=None):
        """The name of the file that the payload was."""
        name = self.get_param("filename", _missing, "content-disposition")
        if name is _missing:
            name = self.get_param("name", _missing, "content-type")
        return failobj if name is _missing else utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        """What stands between the parts."""
        boundary = self.get_param("boundary", _missing)
        return failobj if boundary is _missing else utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        """Set what stands between the parts; the header stays where it is."""
        params = self._get_params_preserve(_missing, "content-type")
        if params is _missing:
            raise errors.HeaderParseError("No Content-Type header found")
        new = "boundary", f'"{boundary}"'
        if any(name.lower() == "boundary" for name, _ in params):
            params = [new if name.lower() == "boundary" else (name, value) for name, value in params]
        else:
            params.append(new)
        text = "; ".join(name if value == "" else f"{name}={value}" for name, value in params)
        self._headers = [
            self.policy.header_store_parse(name, text) if name.lower() == "content-type" else (name, value)
            for name, value in self._headers
        ]

    def get_content_charset(self, failobj=None):
        """The name of the payload's character set."""
        charset = self.get_param("charset", _missing)
        if charset is _missing:
            return failobj
        if isinstance(charset, tuple):
            codec, _, text = charset
            try:
                charset = str(text.encode("raw-unicode-escape"), codec or "us-ascii")
            except (LookupError, UnicodeError):
                charset = text
        return charset.lower() if charset.isascii() else failobj

    def get_charsets(self, failobj=None):
        """The names of the character sets of all parts."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """How the payload is to be shown: "inline", "attachment" or what the header says; None without one."""
        value = self.get("content-disposition")
        return None if value is None else _first_part(value).lower()

    from email.iterators import walk


class MIMEPart(Message):
    """A message whose headers know what they mean, and that takes contents of many kinds."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default as policy
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        """The whole message as text."""
        policy = self.policy if policy is None else policy
        if maxheaderlen is None:
            maxheaderlen = policy.max_line_length
        return super().as_string(unixfrom, maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        """Whether this is to be kept rather than shown."""
        header = self.get("content-disposition")
        return False if header is None else header.content_disposition == "attachment"

    def _bodies(self, part, wanted):
        """All parts that may be the body, each with its place among those that are wanted."""
        if part.is_attachment():
            return
        maintype, subtype = part.get_content_type().split("/")
        if maintype == "text":
            if subtype in wanted:
                yield wanted.index(subtype), part
        elif maintype == "multipart" and self.is_multipart():
            if subtype != "related":
                for below in part.iter_parts():
                    yield from self._bodies(below, wanted)
                return
            if "related" in wanted:
                yield wanted.index("related"), part
            root = part._root()
            if root is not None:
                yield from self._bodies(root, wanted)

    def _root(self):
        """Of several related parts the one that the others belong to."""
        start = self.get_param("start")
        if start:
            for part in self.iter_parts():
                if part["content-id"] == start:
                    return part
        parts = self.get_payload()
        return parts[0] if parts else None

    def get_body(self, preferencelist=("related", "html", "plain")):
        """The part to show, of the kind that is wanted most; None if there is none."""
        found = list(self._bodies(self, preferencelist))
        return min(found, key=lambda pair: pair[0])[1] if found else None

    _body_types = {("text", "plain"), ("text", "html"), ("multipart", "related"), ("multipart", "alternative")}

    def iter_attachments(self):
        """The parts that are no body."""
        maintype, subtype = self.get_content_type().split("/")
        if maintype != "multipart" or subtype == "alternative":
            return
        payload = self.get_payload()
        if not isinstance(payload, list):
            return
        parts = payload.copy()
        if subtype == "related":
            start = self.get_param("start")
            others = [part for part in parts if part.get("content-id") != start] if start else parts
            yield from others if len(others) < len(parts) else parts[1:]
            return
        seen = set()
        for part in parts:
            kind = tuple(part.get_content_type().split("/"))
            if kind in self._body_types and not part.is_attachment() and kind[1] not in seen:
                # The first of its kind is a body.
                seen.add(kind[1])
            else:
                yield part

    def iter_parts(self):
        """The parts right below; none if this is no multipart."""
        if self.is_multipart():
            yield from self.get_payload()

    def get_content(self, *args, content_manager=None, **kw):
        """The payload as its type says: text, bytes or a message."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        return manager.get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        """Set the payload and the headers that tell of it."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        manager.set_content(self, *args, **kw)

    def _make_multipart(self, subtype, refused, boundary):
        if self.get_content_maintype() == "multipart":
            own = self.get_content_subtype()
            if own in refused or own == subtype:
                raise ValueError(f"Cannot convert {own} to {subtype}")
        about_payload = [header for header in self._headers if header[0].lower().startswith("content-")]
        self._headers = [header for header in self._headers if not header[0].lower().startswith("content-")]
        if about_payload:
            part = type(self)(policy=self.policy)
            part._headers = about_payload
            part._payload = self._payload
            self._payload = [part]
        else:
            self._payload = []
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        """Become a multipart/related, with what was there as its first part."""
        self._make_multipart("related", ("alternative", "mixed"), boundary)

    def make_alternative(self, boundary=None):
        """Become a multipart/alternative, with what was there as its first part."""
        self._make_multipart("alternative", ("mixed",), boundary)

    def make_mixed(self, boundary=None):
        """Become a multipart/mixed, with what was there as its first part."""
        self._make_multipart("mixed", (), boundary)

    def _add_multipart(self, _subtype, *args, _disp=None, **kw):
        if self.get_content_type() != "multipart/" + _subtype:
            getattr(self, "make_" + _subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if _disp and "content-disposition" not in part:
            part["Content-Disposition"] = _disp
        self.attach(part)

    def add_related(self, *args, **kw):
        """Add a part that belongs to the first."""
        self._add_multipart("related", *args, _disp="inline", **kw)

    def add_alternative(self, *args, **kw):
        """Add another form of the same."""
        self._add_multipart("alternative", *args, **kw)

    def add_attachment(self, *args, **kw):
        """Add an attachment."""
        self._add_multipart("mixed", *args, _disp="attachment", **kw)

    def clear(self):
        """Forget all headers and the payload."""
        self._headers = []
        self._payload = None

    def clear_content(self):
        """Forget the payload and the headers that tell of it."""
        self._headers = [header for header in self._headers if not header[0].lower().startswith("content-")]
        self._payload = None


class EmailMessage(MIMEPart):
    """A whole mail."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
