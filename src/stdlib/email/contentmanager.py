"""What EmailMessage.get_content gives and set_content takes, by type."""

import binascii

import email.charset
from email import errors, quoprimime
from email.message import Message


class ContentManager:
    """Functions that get contents, by type of content, and that set them, by type of object."""

    def __init__(self):
        self.get_handlers = {}
        self.set_handlers = {}

    def add_get_handler(self, key, handler):
        """Use a function for a type, a type before the slash, or with an empty key for all others."""
        self.get_handlers[key] = handler

    def get_content(self, msg, *args, **kw):
        """The content of a message."""
        content_type = msg.get_content_type()
        for key in (content_type, msg.get_content_maintype(), ""):
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)
        raise KeyError(content_type)

    def add_set_handler(self, typekey, handler):
        """Use a function for objects of a type, named or itself, or with None for all others."""
        self.set_handlers[typekey] = handler

    def set_content(self, msg, obj, *args, **kw):
        """Make an object the content of a message."""
        if msg.get_content_maintype() == "multipart":
            raise TypeError("set_content not valid on multipart")
        handler = self._handler_for(obj)
        msg.clear_content()
        handler(msg, obj, *args, **kw)

    def _handler_for(self, obj):
        handlers = self.set_handlers
        for cls in type(obj).__mro__:
            for key in (cls, _full_name(cls), cls.__qualname__, cls.__name__):
                if key in handlers:
                    return handlers[key]
        if None in handlers:
            return handlers[None]
        raise KeyError(_full_name(type(obj)))


def _full_name(cls):
    module = getattr(cls, "__module__", "")
    return f"{module}.{cls.__qualname__}" if module else cls.__qualname__


raw_data_manager = ContentManager()


def get_text_content(msg, errors="replace"):
    """The text, decoded as the headers say."""
    return msg.get_payload(decode=True).decode(msg.get_param("charset", "ASCII"), errors=errors)


def get_non_text_content(msg):
    """The bytes."""
    return msg.get_payload(decode=True)


def get_message_content(msg):
    """The message in the message."""
    return msg.get_payload(0)


def get_and_fixup_unknown_message_content(msg):
    """The message in the message as bytes."""
    return bytes(msg.get_payload(0))


def _begin(msg, maintype, subtype, headers):
    """Set the type and headers of the caller's own, texts or header objects."""
    msg["Content-Type"] = f"{maintype}/{subtype}"
    if not headers:
        return
    policy = msg.policy
    if not hasattr(headers[0], "name"):
        headers = [policy.header_factory(*policy.header_source_parse([header])) for header in headers]
    for header in headers:
        if header.defects:
            raise ValueError(f"Invalid header: {header.fold(policy=policy)}") from header.defects[0]
        msg[header.name] = header


def _end(msg, disposition, filename, cid, params):
    if disposition is None and filename is not None:
        disposition = "attachment"
    if disposition is not None:
        msg["Content-Disposition"] = disposition
    if filename is not None:
        msg.set_param("filename", filename, header="Content-Disposition", replace=True)
    if cid is not None:
        msg["Content-ID"] = cid
    for name, value in (params or {}).items():
        msg.set_param(name, value)


def _base64(data, width):
    step = width // 4 * 3
    return "".join(binascii.b2a_base64(data[at:at + step]).decode("ascii") for at in range(0, len(data), step))


def _encode_text(text, charset, encoding, policy):
    """The name of an encoding and the text in it; without a name the plainest that will do."""
    lines = text.encode(charset).splitlines()
    plain = b"\n".join(lines) + b"\n"
    end = policy.linesep.encode("ascii")
    if encoding is None:
        width = policy.max_line_length
        if all(len(line) <= width for line in lines):
            if plain.isascii():
                return "7bit", plain.decode("ascii")
            if policy.cte_type == "8bit":
                return "8bit", plain.decode("ascii", "surrogateescape")
        # The beginning tells which of the two is shorter.
        sample = end.join(lines[:10]) + end
        quoted = quoprimime.body_encode(sample.decode("latin-1"), width)
        if len(quoted) > len(binascii.b2a_base64(sample)):
            encoding = "base64"
        elif len(lines) <= 10:
            return "quoted-printable", quoted
        else:
            encoding = "quoted-printable"
    if encoding == "7bit":
        return encoding, plain.decode("ascii")
    if encoding == "8bit":
        return encoding, plain.decode("ascii", "surrogateescape")
    if encoding == "quoted-printable":
        return encoding, quoprimime.body_encode(plain.decode("latin-1"), policy.max_line_length)
    if encoding == "base64":
        return encoding, _base64(end.join(lines) + end, policy.max_line_length)
    raise ValueError(f"Unknown content transfer encoding {encoding}")


def set_text_content(msg, string, subtype="plain", charset="utf-8", cte=None, disposition=None, filename=None,
                     cid=None, params=None, headers=None):
    """Make a text the content."""
    _begin(msg, "text", subtype, headers)
    cte, payload = _encode_text(string, charset, cte, msg.policy)
    msg.set_payload(payload)
    msg.set_param("charset", email.charset.ALIASES.get(charset, charset), replace=True)
    msg["Content-Transfer-Encoding"] = cte
    _end(msg, disposition, filename, cid, params)


def set_message_content(msg, message, subtype="rfc822", cte=None, disposition=None, filename=None, cid=None,
                        params=None, headers=None):
    """Make a message the content."""
    if subtype == "partial":
        raise ValueError("message/partial is not supported for Message objects")
    allowed = {"rfc822": (None, "7bit", "8bit", "binary"), "external-body": (None, "7bit")}.get(subtype)
    if allowed and cte not in allowed:
        raise ValueError(f"message/{subtype} parts do not support cte={cte}")
    if subtype == "rfc822":
        cte = cte or "8bit"
    elif subtype == "external-body" or cte is None:
        cte = "7bit"
    _begin(msg, "message", subtype, headers)
    msg.set_payload([message])
    msg["Content-Transfer-Encoding"] = cte
    _end(msg, disposition, filename, cid, params)


def set_bytes_content(msg, data, maintype, subtype, cte="base64", disposition=None, filename=None, cid=None,
                      params=None, headers=None):
    """Make bytes the content."""
    _begin(msg, maintype, subtype, headers)
    if cte == "base64":
        data = _base64(data, msg.policy.max_line_length)
    elif cte == "quoted-printable":
        data = binascii.b2a_qp(data, istext=False, header=False, quotetabs=True).decode("ascii")
    elif cte == "7bit":
        data = data.decode("ascii")
    elif cte in ("8bit", "binary"):
        data = data.decode("ascii", "surrogateescape")
    msg.set_payload(data)
    msg["Content-Transfer-Encoding"] = cte
    _end(msg, disposition, filename, cid, params)


for _key in ("audio", "image", "video", "application"):
    raw_data_manager.add_get_handler(_key, get_non_text_content)
for _key in ("message/rfc822", "message/external-body"):
    raw_data_manager.add_get_handler(_key, get_message_content)
raw_data_manager.add_get_handler("text", get_text_content)
raw_data_manager.add_get_handler("message", get_and_fixup_unknown_message_content)
raw_data_manager.add_set_handler(str, set_text_content)
raw_data_manager.add_set_handler(Message, set_message_content)
for _key in (bytes, bytearray, memoryview):
    raw_data_manager.add_set_handler(_key, set_bytes_content)
del _key
