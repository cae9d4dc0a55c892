"""Addresses of the web: their parts, what is relative to another, and the escapes in them."""
import functools
import re
from collections import namedtuple

__all__ = [
    "urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl",
    "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult",
    "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes",
]


def _schemes(text):
    """The names, and the empty one, which relative addresses have."""
    return ["", *text.split()]


uses_relative = _schemes("ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn "
                         "svn+ssh ws wss")
uses_netloc = _schemes("ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu "
                       "rsync svn svn+ssh sftp nfs git git+ssh ws wss itms-services")
uses_params = _schemes("ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel")
non_hierarchical = "gopher hdl mailto news telnet wais imap snews sip sips".split()
uses_query = _schemes("http wais imap https shttp mms gopher rtsp rtsps rtspu sip sips")
uses_fragment = _schemes("ftp hdl http gopher news nntp wais https shttp snews file prospero")
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_CONTROLS_AND_SPACE = "".join(map(chr, range(33)))
_LINE_BREAKS = str.maketrans("", "", "\t\r\n")


def clear_cache():
    """Forgets what is kept to be faster."""
    urlsplit.cache_clear()
    _quoter.cache_clear()


def _as_text(*args):
    """The arguments as text, and what turns results into what the arguments were: text or bytes."""
    is_text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) is not is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return args, lambda result: result
    return [arg.decode("ascii", "strict") if arg else "" for arg in args], lambda result: result.encode()


class _Text:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._encoded_counterpart(*[part.encode(encoding, errors) for part in self])


class _Bytes:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._decoded_counterpart(*[part.decode(encoding, errors) for part in self])


class _WithHost:
    """What can be read of the part with the host: `user:password@host:port`."""

    __slots__ = ()

    def _mark(self, char):
        return char if isinstance(self.netloc, str) else char.encode()

    @property
    def _userinfo(self):
        info, at, _ = self.netloc.rpartition(self._mark("@"))
        if not at:
            return None, None
        name, colon, password = info.partition(self._mark(":"))
        return name, password if colon else None

    @property
    def _hostinfo(self):
        host = self.netloc.rpartition(self._mark("@"))[2]
        _, bracket, inside = host.partition(self._mark("["))
        if bracket:
            name, _, rest = inside.partition(self._mark("]"))
            port = rest.partition(self._mark(":"))[2]
        else:
            name, _, port = host.partition(self._mark(":"))
        return name, port or None

    username = property(lambda self: self._userinfo[0])
    password = property(lambda self: self._userinfo[1])

    @property
    def hostname(self):
        name = self._hostinfo[0]
        if not name:
            return None
        # The zone of an IPv6 address keeps its case.
        address, percent, zone = name.partition(self._mark("%"))
        return address.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        number = int(port)
        if number > 65535:
            raise ValueError("Port out of range 0-65535")
        return number

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


_DefragTuple = namedtuple("DefragResult", "url fragment")
_SplitTuple = namedtuple("SplitResult", "scheme netloc path query fragment")
_ParseTuple = namedtuple("ParseResult", "scheme netloc path params query fragment")
_FIELD_DOCS = {
    "url": "The address without the fragment.", "fragment": "What is behind `#`: a place in the resource.",
    "scheme": "What is before the colon.", "netloc": "What is behind `//`: the host with all that belongs to it.",
    "path": "The path.", "params": "What is behind `;` in the last part of the path.", "query": "What is behind `?`.",
}
for _tuple in _DefragTuple, _SplitTuple, _ParseTuple:
    for _field in _tuple._fields:
        getattr(_tuple, _field).__doc__ = _FIELD_DOCS[_field]


class _Defrag:
    __slots__ = ()

    def geturl(self):
        return self.url + (b"#" if isinstance(self.url, bytes) else "#") + self.fragment if self.fragment else self.url


class _Split:
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class _Parse:
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(_DefragTuple, _Text, _Defrag):
    __slots__ = ()


class SplitResult(_SplitTuple, _WithHost, _Text, _Split):
    __slots__ = ()


class ParseResult(_ParseTuple, _WithHost, _Text, _Parse):
    __slots__ = ()


class DefragResultBytes(_DefragTuple, _Bytes, _Defrag):
    __slots__ = ()


class SplitResultBytes(_SplitTuple, _WithHost, _Bytes, _Split):
    __slots__ = ()


class ParseResultBytes(_ParseTuple, _WithHost, _Bytes, _Parse):
    __slots__ = ()


ResultBase = _WithHost
for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes),
                      (ParseResult, ParseResultBytes)):
    _text._encoded_counterpart, _bytes._decoded_counterpart = _bytes, _text


def urlparse(url, scheme="", allow_fragments=True):
    """The six parts of an address: scheme, host, path, parameters, query and fragment."""
    (url, scheme), back = _as_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        place = path.find(";", max(path.rfind("/"), 0))
        if place >= 0:
            path, params = path[:place], path[place + 1:]
    return back(ParseResult(scheme, netloc, path, params, query, fragment))


@functools.lru_cache(typed=True)
def urlsplit(url, scheme="", allow_fragments=True):
    """The five parts of an address: scheme, host, path, query and fragment."""
    (url, scheme), back = _as_text(url, scheme)
    url = url.lstrip(_CONTROLS_AND_SPACE).translate(_LINE_BREAKS)
    scheme = scheme.strip(_CONTROLS_AND_SPACE).translate(_LINE_BREAKS)
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", url)
    if found:
        scheme, url = found[1].lower(), url[found.end():]
    netloc = query = fragment = ""
    if url.startswith("//"):
        netloc = re.match("[^/?#]*", url[2:])[0]
        url = url[2 + len(netloc):]
        _check_brackets(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_characters(netloc)
    return back(SplitResult(scheme, netloc, url, query, fragment))


def _check_brackets(netloc):
    if ("[" in netloc) != ("]" in netloc):
        raise ValueError("Invalid IPv6 URL")
    if "[" not in netloc:
        return
    host = netloc.partition("[")[2].partition("]")[0]
    if host.startswith("v"):
        if not re.match(r"v[a-fA-F0-9]+\..+\Z", host):
            raise ValueError("IPvFuture address is invalid")
        return
    import ipaddress
    if ipaddress.ip_address(host).version == 4:
        raise ValueError("An IPv4 address cannot be in brackets")


def _check_characters(netloc):
    """Refuses hosts with characters that others may take for delimiters."""
    if netloc.isascii():
        return
    import unicodedata
    plain = re.sub("[@:#?]", "", netloc)
    normal = unicodedata.normalize("NFKC", plain)
    if plain != normal and any(char in normal for char in "/?#@:"):
        raise ValueError(f"netloc '{netloc}' contains invalid characters under NFKC normalization")


def urlunparse(components):
    """The address with these six parts."""
    (scheme, netloc, path, params, query, fragment), back = _as_text(*components)
    if params:
        path = f"{path};{params}"
    return back(urlunsplit((scheme, netloc, path, query, fragment)))


def urlunsplit(components):
    """The address with these five parts."""
    (scheme, netloc, path, query, fragment), back = _as_text(*components)
    if netloc:
        slash = "/" if path and not path.startswith("/") else ""
        path = f"//{netloc}{slash}{path}"
    elif path.startswith("//") or scheme and scheme in uses_netloc and (not path or path.startswith("/")):
        path = "//" + path
    before = scheme + ":" if scheme else ""
    behind = ("?" + query if query else "") + ("#" + fragment if fragment else "")
    return back(before + path + behind)


def urljoin(base, url, allow_fragments=True):
    """What an address means in a document at `base`."""
    if not base or not url:
        return url or base
    (base, url), back = _as_text(base, url)
    outer = urlparse(base, "", allow_fragments)
    inner = urlparse(url, outer.scheme, allow_fragments)
    if inner.scheme != outer.scheme or inner.scheme not in uses_relative:
        return back(url)
    if inner.scheme in uses_netloc:
        if inner.netloc:
            return back(urlunparse(inner))
        inner = inner._replace(netloc=outer.netloc)
    if not inner.path and not inner.params:
        query = inner.query or outer.query
        return back(urlunparse(inner._replace(path=outer.path, params=outer.params, query=query)))
    return back(urlunparse(inner._replace(path=_joined(outer.path, inner.path))))


def _joined(base, path):
    if path.startswith("/"):
        segments = path.split("/")
    else:
        before = base.split("/")
        if before[-1]:
            del before[-1]
        segments = before + path.split("/")
        # Empty ones in the middle do not count.
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    kept = []
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept) or "/"


def urldefrag(url):
    """The address without its fragment, and the fragment."""
    (url,), back = _as_text(url)
    if "#" not in url:
        return back(DefragResult(url, ""))
    parts = urlparse(url)
    return back(DefragResult(urlunparse(parts._replace(fragment="")), parts.fragment))


# Escapes.

def unquote_to_bytes(string):
    """The bytes that a text with escapes means."""
    if isinstance(string, str):
        string = string.encode("utf-8")
    elif not string:
        # What is neither text nor bytes is told by this.
        string.split
        return b""
    return bytes(_unescaped(string))


def _unescaped(data):
    first, *rest = data.split(b"%")
    out = bytearray(first)
    for part in rest:
        try:
            out += bytes.fromhex(part[:2].decode("ascii")) if len(part[:2].strip()) == 2 else b"%" + part[:2]
            out += part[2:]
        except ValueError:
            out += b"%" + part
    return out


def unquote(string, encoding="utf-8", errors="replace"):
    """The text that a text with escapes means."""
    if isinstance(string, bytes):
        return _unescaped(string).decode(encoding, errors)
    if "%" not in string:
        string.split
        return string
    encoding = "utf-8" if encoding is None else encoding
    errors = "replace" if errors is None else errors
    # What is beyond ASCII is no part of an escape.
    parts = re.split("([\0-\x7f]+)", string)
    parts[1::2] = [_unescaped(part.encode()).decode(encoding, errors) for part in parts[1::2]]
    return "".join(parts)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """The same, with spaces for plus signs."""
    return unquote(string.replace("+", " "), encoding, errors)


_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_SAFE_BYTES = bytes(sorted(_ALWAYS_SAFE))


@functools.lru_cache
def _quoter(safe):
    kept = _ALWAYS_SAFE.union(safe)
    return [chr(byte) if byte in kept else f"%{byte:02X}" for byte in range(256)]


class _Quoter(dict):
    """A mapping from bytes to texts: themselves or escapes."""

    def __init__(self, safe):
        self.safe = _ALWAYS_SAFE.union(safe)

    def __repr__(self):
        return f"<Quoter {dict(self)!r}>"

    def __missing__(self, byte):
        self[byte] = shown = _quoter(bytes(self.safe))[byte]
        return shown


def __getattr__(name):
    if name != "Quoter":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import warnings
    warnings.warn("Deprecated in 3.11. urllib.parse.Quoter will be removed in Python 3.14. It was not intended to be a "
                  "public API.", DeprecationWarning, stacklevel=2)
    return _Quoter


def quote(string, safe="/", encoding=None, errors=None):
    """The text with escapes for all but letters, digits, `_.-~` and what is `safe`."""
    if not isinstance(string, str):
        for name, value in ("encoding", encoding), ("errors", errors):
            if value is not None:
                raise TypeError(f"quote() doesn't support '{name}' for bytes")
    elif not string:
        return string
    else:
        string = string.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """The same, with plus signs for spaces."""
    space = " " if isinstance(string, str) else b" "
    if isinstance(string, (str, bytes)) and space not in string:
        return quote(string, safe, encoding, errors)
    kept = safe + (" " if isinstance(safe, str) else b" ")
    return quote(string, kept, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """The same for bytes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    safe = safe.encode("ascii", "ignore") if isinstance(safe, str) else bytes([byte for byte in safe if byte < 128])
    if not bs.strip(_SAFE_BYTES + safe):
        return bs.decode()
    table = _quoter(safe)
    return "".join([table[byte] for byte in bs])


# Queries.

def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """A query of names and values: those of a mapping, or pairs. With `doseq` a sequence gives its name several times."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            # A sequence, of tuples.
            if len(query) > 0 and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError("not a valid non-string sequence or mapping object") from error

    def shown(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for name, value in query:
        name = shown(name)
        several = doseq and not isinstance(value, (str, bytes)) and hasattr(type(value), "__len__")
        for each in value if several else (value,):
            pairs.append(f"{name}={shown(each)}")
    return "&".join(pairs)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    """The values of a query by their names, in lists. Values that are empty count only with `keep_blank_values`."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    """The names and values of a query, pairs."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if isinstance(qs, str):
        equals = "="
        if isinstance(separator, bytes):
            separator = separator.decode("ascii")

        def plain(part):
            return unquote_plus(part, encoding, errors)
    else:
        equals = b"="
        qs = bytes(memoryview(qs)) if qs else b""
        if isinstance(separator, str):
            separator = separator.encode("ascii")

        def plain(part):
            return unquote_to_bytes(part.replace(b"+", b" "))

    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    found = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, mark, value = field.partition(equals)
        if strict_parsing and not mark:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            found.append((plain(name), plain(value)))
    return found


def unwrap(url):
    """The address in `<URL:address>`."""
    url = str(url).strip()
    if url.startswith("<") and url.endswith(">"):
        url = url[1:-1].strip()
    return url[4:].strip() if url.startswith("URL:") else url


# Functions of former versions, each with a name of its own for those who must not be warned.

def _to_bytes(url):
    if isinstance(url, str) and not url.isascii():
        raise UnicodeError(f"URL {url!r} contains non-ASCII characters")
    return url


def _splittype(url):
    found = re.match("([^/:]+):(.*)", url, re.DOTALL)
    return (found[1].lower(), found[2]) if found else (None, url)


def _splithost(url):
    found = re.match("//([^/#?]*)(.*)", url, re.DOTALL)
    if not found:
        return None, url
    host, path = found.groups()
    return host, "/" + path if path and path[0] != "/" else path


def _splituser(host):
    user, at, host = host.rpartition("@")
    return user if at else None, host


def _splitpasswd(user):
    user, colon, password = user.partition(":")
    return user, password if colon else None


def _splitport(host):
    found = re.fullmatch("(.*):([0-9]*)", host, re.DOTALL)
    return (found[1], found[2] or None) if found else (host, None)


def _splitnport(host, defport=-1):
    name, colon, port = host.rpartition(":")
    if not colon:
        return port, defport
    if not port:
        return name, defport
    return name, int(port) if port.isdigit() and port.isascii() else None


def _splitquery(url):
    path, mark, query = url.rpartition("?")
    return (path, query) if mark else (url, None)


def _splittag(url):
    path, mark, tag = url.rpartition("#")
    return (path, tag) if mark else (url, None)


def _splitattr(url):
    path, *attributes = url.split(";")
    return path, attributes


def _splitvalue(attr):
    name, mark, value = attr.partition("=")
    return name, value if mark else None


def _deprecated(function, advice):
    name = function.__name__[1:]

    @functools.wraps(function)
    def called(*args, **kwargs):
        import warnings
        warnings.warn(f"urllib.parse.{name}() is deprecated as of 3.8{advice}", DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)

    called.__name__ = called.__qualname__ = name
    return called


to_bytes = _deprecated(_to_bytes, "")
splitvalue = _deprecated(_splitvalue, ", use urllib.parse.parse_qsl() instead")
(splittype, splithost, splituser, splitpasswd, splitport, splitnport, splitquery, splittag, splitattr) = [
    _deprecated(_function, ", use urllib.parse.urlparse() instead") for _function in (
        _splittype, _splithost, _splituser, _splitpasswd, _splitport, _splitnport, _splitquery, _splittag, _splitattr)]
