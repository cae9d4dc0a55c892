"""Addresses, dates and parameters of headers, and what else messages need."""

__all__ = [
    "collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231", "formataddr", "formatdate",
    "format_datetime", "getaddresses", "make_msgid", "mktime_tz", "parseaddr", "parsedate", "parsedate_tz",
    "parsedate_to_datetime", "quote", "unquote", "localtime",
]

import datetime
import re
import time
import urllib.parse

from email._parseaddr import AddressList as _AddressList
from email._parseaddr import _parsedate_tz, mktime_tz, parsedate, parsedate_tz, quote

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
supports_strict_parsing = True


def _has_surrogates(s):
    """Whether there are bytes in the text that nothing could decode."""
    try:
        s.encode()
    except UnicodeEncodeError:
        return True
    return False


def _sanitize(string):
    """The text with a mark for each byte that nothing could decode."""
    return string.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def formataddr(pair, charset="utf-8"):
    """A name and an address as they stand in a header."""
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    if not name.isascii():
        if isinstance(charset, str):
            from email.charset import Charset
            charset = Charset(charset)
        return f"{charset.header_encode(name)} <{address}>"
    escaped = re.sub(r'[\\"]', r"\\\g<0>", name)
    mark = '"' if re.search(r'[][\\()<>@,:;".]', name) else ""
    return f"{mark}{escaped}{mark} <{address}>"


_ESCAPE = re.compile(r"\\.", re.DOTALL)


def _strip_quoted_realnames(addr):
    """The text without what stands between double quotes."""
    # Escapes are made invisible first, so that places stay the same.
    seen = _ESCAPE.sub("\0\0", addr)
    kept, at = [], 0
    for found in re.finditer('"[^"]*"', seen):
        kept.append(addr[at:found.start()])
        at = found.end()
    return "".join(kept) + addr[at:]


def _is_balanced(addr):
    """Whether each parenthesis outside of quotes has its partner."""
    depth = 0
    for sign in _ESCAPE.sub("", _strip_quoted_realnames(addr)):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0


# What stands for a field that no strict reader takes.
_REFUSED = "('', '')"


def _checked(pairs):
    return [("", "") if "[" in pair[1] else pair for pair in pairs]


def getaddresses(fieldvalues, *, strict=True):
    """All addresses of some headers, each a name and an address; ('', '') for what is none."""
    fields = [str(field) for field in fieldvalues]
    if not strict:
        return _AddressList(", ".join(fields)).addresslist
    fields = [field if _is_balanced(field) else _REFUSED for field in fields]
    pairs = _checked(_AddressList(", ".join(fields)).addresslist)
    expected = sum(1 + _strip_quoted_realnames(field).count(",") for field in fields)
    return pairs if len(pairs) == expected else [("", "")]


def parseaddr(addr, *, strict=True):
    """The name and the address of a text; ('', '') if it is no address."""
    if isinstance(addr, list):
        if not strict:
            return "", addr[0]
        addr = addr[0]
    if not strict:
        return (_AddressList(addr).addresslist or [("", "")])[0]
    if not isinstance(addr, str):
        return ("", "")
    pairs = _checked(_AddressList(addr if _is_balanced(addr) else _REFUSED).addresslist)
    return pairs[0] if len(pairs) == 1 else ("", "")


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time in seconds, else the present one, as a date of a header."""
    if timeval is None:
        timeval = time.time()
    moment = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        return format_datetime(moment.astimezone())
    return format_datetime(moment if usegmt else moment.replace(tzinfo=None), usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as a date of a header; a naive one says that its zone is not known."""
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        zone = "GMT"
    else:
        zone = "-0000" if dt.tzinfo is None else dt.strftime("%z")
    return _format_timetuple_and_zone(dt.timetuple(), zone)


def _format_timetuple_and_zone(timetuple, zone):
    year, month, day, hour, minute, second, weekday = timetuple[:7]
    return (f"{_DAYS[weekday]}, {day:02} {_MONTHS[month - 1]} {year:04} "
            f"{hour:02}:{minute:02}:{second:02} {zone}")


def make_msgid(idstring=None, domain=None):
    """A name for a message that no other has."""
    import os
    import random
    own = "" if idstring is None else "." + idstring
    if domain is None:
        import socket
        domain = socket.getfqdn()
    return f"<{int(time.time() * 100)}.{os.getpid()}.{random.getrandbits(64)}{own}@{domain}>"


def parsedate_to_datetime(data):
    """The datetime of a date in a header; a naive one where its zone is not known."""
    found = _parsedate_tz(data)
    if found is None:
        raise ValueError(f'Invalid date value or format "{data}"')
    zone = None if found[9] is None else datetime.timezone(datetime.timedelta(seconds=found[9]))
    return datetime.datetime(*found[:6], tzinfo=zone)


def localtime(dt=None, isdst=None):
    """A datetime, else the present moment, in the zone of this place."""
    if isdst is not None:
        import warnings
        warnings.warn("The 'isdst' parameter to 'localtime' is deprecated and slated for removal in Python 3.14",
                      DeprecationWarning, stacklevel=2)
    return (datetime.datetime.now() if dt is None else dt).astimezone()


def unquote(str):
    """The text without the quotes or angle brackets around it."""
    if len(str) > 1:
        if str[0] == str[-1] == '"':
            return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        if str[0] == "<" and str[-1] == ">":
            return str[1:-1]
    return str


def decode_rfc2231(s):
    """The character set, the language and the text of an extended value; the first two None if it is none."""
    parts = s.split("'", 2)
    return parts if len(parts) == 3 else (None, None, s)


def encode_rfc2231(s, charset=None, language=None):
    """A text as an extended value."""
    text = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
    if charset is None and language is None:
        return text
    return f"{charset}'{language or ''}'{text}"


rfc2231_continuation = re.compile(r"(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?\Z", re.ASCII)


def decode_params(params):
    """Parameters of a header, those put together that are cut into numbered pieces, and extended ones as tuples of
    character set, language and text."""
    result = [params[0]]
    pieces = {}
    for name, value in params[1:]:
        value = unquote(value)
        found = rfc2231_continuation.match(name)
        if found is None:
            result.append((name, f'"{quote(value)}"'))
            continue
        number = found["num"]
        pieces.setdefault(found["name"], []).append((number and int(number), value, name.endswith("*")))
    for name, numbered in pieces.items():
        numbered.sort()
        is_extended = any(extended for _, _, extended in numbered)
        text = quote("".join(
            urllib.parse.unquote(piece, encoding="latin-1") if extended else piece for _, piece, extended in numbered))
        if is_extended:
            charset, language, text = decode_rfc2231(text)
            result.append((name, (charset, language, f'"{text}"')))
        else:
            result.append((name, f'"{text}"'))
    return result


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """The text of a parameter, extended or not."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    try:
        return str(text.encode("raw-unicode-escape"), fallback_charset if charset is None else charset, errors)
    except LookupError:
        return unquote(text)
