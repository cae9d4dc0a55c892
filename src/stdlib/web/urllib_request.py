"""Opens addresses: of HTTP, of files, and those that hold their data themselves. There is no module ssl, and so no https."""

import base64
import contextlib
import email
import io
import os
import re
import socket
import string
import sys
import warnings
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import (
    _splithost, _splitport, _splittype, _splituser, quote, unquote, unquote_to_bytes, unwrap, urljoin, urlparse,
    urlsplit,
)
from urllib.response import addinfourl

__all__ = [
    "Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler", "HTTPRedirectHandler", "ProxyHandler",
    "HTTPPasswordMgr", "HTTPPasswordMgrWithDefaultRealm", "HTTPPasswordMgrWithPriorAuth", "AbstractBasicAuthHandler",
    "HTTPBasicAuthHandler", "ProxyBasicAuthHandler", "HTTPHandler", "FileHandler", "UnknownHandler", "HTTPErrorProcessor",
    "DataHandler", "urlopen", "install_opener", "build_opener", "pathname2url", "url2pathname", "getproxies", "urlretrieve",
    "urlcleanup",
]

__version__ = f"{sys.version_info[0]}.{sys.version_info[1]}"
_opener = None


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, context=None):
    """The answer of an address, or of a Request; with data it is sent there."""
    global _opener
    if context is not None:
        raise URLError("unknown url type: https")
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def install_opener(opener):
    """Let urlopen use an opener."""
    global _opener
    _opener = opener


_retrieved = []


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Store what an address holds in a file: its name and the headers are returned."""
    kind, path = _splittype(url)
    with contextlib.closing(urlopen(url, data)) as source:
        headers = source.info()
        if kind == "file" and not filename:
            return os.path.normpath(path), headers
        if filename:
            target = open(filename, "wb")
        else:
            import tempfile
            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _retrieved.append(filename)
        size = int(headers["Content-Length"]) if "content-length" in headers else -1
        block, number, read = 8192, 0, 0
        with target:
            if reporthook:
                reporthook(number, block, size)
            while part := source.read(block):
                read += len(part)
                target.write(part)
                number += 1
                if reporthook:
                    reporthook(number, block, size)
    if 0 <= size and read < size:
        raise ContentTooShortError(f"retrieval incomplete: got only {read} out of {size} bytes", (filename, headers))
    return filename, headers


def urlcleanup():
    """Forget the files that were stored without a name, and the opener."""
    global _opener
    for name in _retrieved:
        try:
            os.unlink(name)
        except OSError:
            pass
    _retrieved.clear()
    _opener = None


_cut_port_re = re.compile(r":\d+$", re.ASCII)


def request_host(request):
    """The host that is asked, in small letters and without the port."""
    host = urlparse(request.full_url)[1] or request.get_header("Host", "")
    return _cut_port_re.sub("", host, 1).lower()


class Request:
    """What is asked of a server: address, data, headers and method."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self._data = None
        self.data = data
        self._tunnel_host = None
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        """The whole address."""
        return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url, _, fragment = unwrap(url).partition("#")
        self.fragment = fragment or None
        self._parse()

    @full_url.deleter
    def full_url(self):
        self._full_url = ""
        self.fragment = None
        self.selector = ""

    @property
    def data(self):
        """What is sent: bytes, a file or an iterable of bytes."""
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            # It was the length of something else.
            if self.has_header("Content-length"):
                self.remove_header("Content-length")

    @data.deleter
    def data(self):
        self.data = None

    def _parse(self):
        self.type, rest = _splittype(self._full_url)
        if self.type is None:
            raise ValueError(f"unknown url type: {self.full_url!r}")
        self.host, self.selector = _splithost(rest)
        if self.host:
            self.host = unquote(self.host)

    def get_method(self):
        """The method: what was given, else POST where there is data."""
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def get_full_url(self):
        """The whole address."""
        return self.full_url

    def set_proxy(self, host, type):
        """Send this to a proxy."""
        if self.type == "https" and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def has_proxy(self):
        """Whether this is sent to a proxy."""
        return self.selector == self.full_url

    def add_header(self, key, val):
        """Add a header."""
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        """Add a header that is not sent on when the server names another address."""
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        """Whether there is a header."""
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        """The value of a header."""
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        """Take a header away."""
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        """All headers as pairs."""
        return list((self.unredirected_hdrs | self.headers).items())


class OpenerDirector:
    """Opens addresses with handlers, which have methods named after protocols and errors."""

    def __init__(self):
        self.addheaders = [("User-agent", f"Python-urllib/{__version__}")]
        self.handlers = []
        self.handle_open = {}
        self.handle_error = {}
        self.process_response = {}
        self.process_request = {}

    def add_handler(self, handler):
        """Use a handler for what its methods are named after."""
        if not hasattr(handler, "add_parent"):
            raise TypeError(f"expected BaseHandler instance, got {type(handler)!r}")
        added = False
        for name in dir(handler):
            if name in ("redirect_request", "do_open", "proxy_open"):
                continue
            protocol, _, condition = name.partition("_")
            if condition.startswith("error"):
                kind = condition.partition("_")[2]
                try:
                    kind = int(kind)
                except ValueError:
                    pass
                table = self.handle_error.setdefault(protocol, {})
            elif condition in ("open", "request", "response"):
                kind = protocol
                table = {"open": self.handle_open, "request": self.process_request,
                         "response": self.process_response}[condition]
            else:
                continue
            handlers = table.setdefault(kind, [])
            handlers.append(handler)
            handlers.sort()
            added = True
        if added:
            self.handlers.append(handler)
            self.handlers.sort()
            handler.add_parent(self)

    def close(self):
        """Nothing is open between requests."""

    def _call_chain(self, chain, kind, name, *args):
        for handler in chain.get(kind, ()):
            result = getattr(handler, name)(*args)
            if result is not None:
                return result
        return None

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """The answer of an address, or of a Request."""
        if isinstance(fullurl, str):
            request = Request(fullurl, data)
        else:
            request = fullurl
            if data is not None:
                request.data = data
        request.timeout = timeout
        protocol = request.type
        for processor in self.process_request.get(protocol, ()):
            request = getattr(processor, protocol + "_request")(request)
        sys.audit("urllib.Request", request.full_url, request.data, request.headers, request.get_method())
        response = self._open(request, data)
        for processor in self.process_response.get(protocol, ()):
            response = getattr(processor, protocol + "_response")(request, response)
        return response

    def _open(self, request, data=None):
        protocol = request.type
        for kind, name in (("default", "default_open"), (protocol, protocol + "_open"), ("unknown", "unknown_open")):
            result = self._call_chain(self.handle_open, kind, name, request)
            if result:
                return result
        return None

    def error(self, proto, *args):
        """Let the handlers deal with an error."""
        if proto in ("http", "https"):
            table = self.handle_error["http"]
            kind = args[2]
            result = self._call_chain(table, kind, f"http_error_{kind}", *args)
            if result:
                return result
            return self._call_chain(table, "default", "http_error_default", *args)
        return self._call_chain(self.handle_error, proto, proto + "_error", *args) or None


def build_opener(*handlers):
    """An opener with the usual handlers, and others, which may take the place of usual ones."""
    opener = OpenerDirector()
    classes = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler,
               HTTPErrorProcessor, DataHandler]
    for cls in list(classes):
        for given in handlers:
            if issubclass(given, cls) if isinstance(given, type) else isinstance(given, cls):
                classes.remove(cls)
                break
    for cls in classes:
        opener.add_handler(cls())
    for given in handlers:
        opener.add_handler(given() if isinstance(given, type) else given)
    return opener


class BaseHandler:
    """What all handlers are; those with lower numbers come first."""

    handler_order = 500

    def add_parent(self, parent):
        """Called when the handler is added to an opener."""
        self.parent = parent

    def close(self):
        """Nothing is open between requests."""

    def __lt__(self, other):
        if not hasattr(other, "handler_order"):
            return True
        return self.handler_order < other.handler_order


class HTTPErrorProcessor(BaseHandler):
    """Makes errors of answers whose status is one."""

    handler_order = 1000

    def http_response(self, request, response):
        """Let the opener deal with an answer that is an error."""
        if not 200 <= response.code < 300:
            return self.parent.error("http", request, response, response.code, response.msg, response.info())
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    """Raises what nobody else has dealt with."""

    def http_error_default(self, req, fp, code, msg, hdrs):
        """Raise HTTPError."""
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Asks again where the server says."""

    max_repeats = 4
    max_redirections = 10
    inf_msg = ("The HTTP server returned a redirect error that would lead to an infinite loop.\n"
               "The last 30x error message was:\n")

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request for another address; None if there is to be none."""
        method = req.get_method()
        reads = method in ("GET", "HEAD")
        if not (code in (301, 302, 303, 307, 308) and reads or code in (301, 302, 303) and method == "POST"):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {name: value for name, value in req.headers.items()
                if name.lower() not in ("content-length", "content-type")}
        return Request(newurl.replace(" ", "%20"), method="HEAD" if method == "HEAD" else "GET", headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        """Ask again."""
        if "location" in headers:
            newurl = headers["location"]
        elif "uri" in headers:
            newurl = headers["uri"]
        else:
            return None
        parts = urlparse(newurl)
        if parts.scheme not in ("http", "https", "ftp", ""):
            raise HTTPError(newurl, code, f"{msg} - Redirection to url '{newurl}' is not allowed", headers, fp)
        if not parts.path and parts.netloc:
            parts = parts._replace(path="/")
        newurl = urljoin(req.full_url, quote(parts.geturl(), encoding="iso-8859-1", safe=string.punctuation))
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return None
        visited = new.redirect_dict = req.redirect_dict if hasattr(req, "redirect_dict") else {}
        if hasattr(req, "redirect_dict") and (
                visited.get(newurl, 0) >= self.max_repeats or len(visited) >= self.max_redirections):
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        req.redirect_dict = visited
        visited[newurl] = visited.get(newurl, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class ProxyHandler(BaseHandler):
    """Sends requests to proxies: those that are given, else those that the environment names."""

    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        assert hasattr(proxies, "keys"), "proxies must be a mapping"
        self.proxies = proxies
        for kind, url in proxies.items():
            kind = kind.lower()
            setattr(self, f"{kind}_open", lambda request, proxy=url, kind=kind: self.proxy_open(request, proxy, kind))

    def proxy_open(self, req, proxy, type):
        """Turn a request to a proxy; None lets others open it."""
        original = req.type
        kind, rest = _splittype(proxy)
        if kind is None or not rest.startswith("//"):
            kind, rest = None if kind is None or not rest.startswith("/") else kind, "//" + proxy
        host = _splithost(rest)[0] or ""
        user, hostport = _splituser(host)
        kind = kind or original
        if req.host and proxy_bypass(req.host):
            return None
        if user:
            name, colon, password = user.partition(":")
            if colon:
                credentials = base64.b64encode(f"{unquote(name)}:{unquote(password)}".encode()).decode("ascii")
                req.add_header("Proxy-authorization", "Basic " + credentials)
        req.set_proxy(unquote(hostport), kind)
        if original == kind or original == "https":
            return None
        return self.parent.open(req, timeout=req.timeout)


class HTTPPasswordMgr:
    """Users and passwords, by realm and address."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        """Set the user and the password for an address, or several."""
        uris = [uri] if isinstance(uri, str) else uri
        for default in (True, False):
            reduced = tuple(self.reduce_uri(each, default) for each in uris)
            self.passwd.setdefault(realm, {})[reduced] = (user, passwd)

    def find_user_password(self, realm, authuri):
        """The user and the password for an address; None and None if nobody knows."""
        for default in (True, False):
            reduced = self.reduce_uri(authuri, default)
            for uris, info in self.passwd.get(realm, {}).items():
                if any(self.is_suburi(uri, reduced) for uri in uris):
                    return info
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """Host and path of an address."""
        parts = urlsplit(uri)
        if parts[1]:
            scheme, authority, path = parts[0], parts[1], parts[2] or "/"
        else:
            scheme, authority, path = None, uri, "/"
        host, port = _splitport(authority)
        if default_port and port is None and scheme is not None:
            usual = {"http": 80, "https": 443}.get(scheme)
            if usual is not None:
                authority = f"{host}:{usual}"
        return authority, path

    def is_suburi(self, base, test):
        """Whether an address lies below another."""
        if base == test:
            return True
        if base[0] != test[0]:
            return False
        prefix = base[1]
        return test[1].startswith(prefix if prefix[-1:] == "/" else prefix + "/")


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """One whose realm None stands for all others."""

    def find_user_password(self, realm, authuri):
        user, password = super().find_user_password(realm, authuri)
        if user is not None:
            return user, password
        return super().find_user_password(None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """One that knows where passwords are sent without being asked for."""

    def __init__(self):
        self.authenticated = {}
        super().__init__()

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def update_authenticated(self, uri, is_authenticated=False):
        """Say whether a password is sent there without being asked for."""
        for each in [uri] if isinstance(uri, str) else uri:
            for default in (True, False):
                self.authenticated[self.reduce_uri(each, default)] = is_authenticated

    def is_authenticated(self, authuri):
        """Whether a password is sent there without being asked for."""
        for default in (True, False):
            reduced = self.reduce_uri(authuri, default)
            for uri, answer in self.authenticated.items():
                if self.is_suburi(uri, reduced):
                    return answer
        return None


class AbstractBasicAuthHandler:
    """Sends a user and a password where they are asked for."""

    rx = re.compile(r"(?:^|,)[ \t]*([^ \t,]+)[ \t]+realm=([\"']?)([^\"']*)\2", re.I)

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        """Ask again with a password, if one is known."""
        unsupported = None
        for header in headers.get_all(authreq) or ():
            for scheme, mark, realm in self.rx.findall(header):
                if mark not in ('"', "'"):
                    warnings.warn("Basic Auth Realm was unquoted", UserWarning, 3)
                if scheme.lower() == "basic":
                    return self.retry_http_basic_auth(host, req, realm)
                unsupported = scheme
            if not self.rx.search(header) and header.split():
                unsupported = header.split()[0] if header.split()[0].lower() != "basic" else unsupported
        if unsupported is not None:
            raise ValueError(f"AbstractBasicAuthHandler does not support the following scheme: {unsupported!r}")
        return None

    def retry_http_basic_auth(self, host, req, realm):
        """Ask again with the password of a realm."""
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        value = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
        if req.get_header(self.auth_header, None) == value:
            return None
        req.add_unredirected_header(self.auth_header, value)
        return self.parent.open(req, timeout=req.timeout)

    def http_request(self, req):
        """Send the password without being asked for, where that is wanted."""
        known = getattr(self.passwd, "is_authenticated", None)
        if known is None or not known(req.full_url):
            return req
        if not req.has_header("Authorization"):
            user, password = self.passwd.find_user_password(None, req.full_url)
            value = base64.b64encode(f"{user}:{password}".encode()).decode()
            req.add_unredirected_header("Authorization", "Basic " + value.strip())
        return req

    def http_response(self, req, response):
        """Remember where a password was taken."""
        if hasattr(self.passwd, "is_authenticated"):
            self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
        return response

    https_request = http_request
    https_response = http_response


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    """Sends a user and a password to servers."""

    auth_header = "Authorization"

    def http_error_401(self, req, fp, code, msg, headers):
        """Ask again with a password."""
        return self.http_error_auth_reqed("www-authenticate", req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    """Sends a user and a password to proxies."""

    auth_header = "Proxy-authorization"

    def http_error_407(self, req, fp, code, msg, headers):
        """Ask again with a password."""
        return self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)


class AbstractHTTPHandler(BaseHandler):
    """Speaks HTTP."""

    def __init__(self, debuglevel=None):
        self._debuglevel = 0 if debuglevel is None else debuglevel

    def set_http_debuglevel(self, level):
        """Say whether what is sent and received is printed."""
        self._debuglevel = level

    def do_request_(self, request):
        """Add the headers that a request needs."""
        host = request.host
        if not host:
            raise URLError("no host given")
        data = request.data
        if data is not None:
            if isinstance(data, str):
                raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
            if not request.has_header("Content-type"):
                request.add_unredirected_header("Content-type", "application/x-www-form-urlencoded")
            if not request.has_header("Content-length") and not request.has_header("Transfer-encoding"):
                import http.client
                length = http.client.HTTPConnection._get_content_length(data, request.get_method())
                if length is not None:
                    request.add_unredirected_header("Content-length", str(length))
                else:
                    request.add_unredirected_header("Transfer-encoding", "chunked")
        selector_host = host
        if request.has_proxy():
            selector_host = _splithost(_splittype(request.selector)[1])[0]
        if not request.has_header("Host"):
            request.add_unredirected_header("Host", selector_host)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    def do_open(self, http_class, req, **http_conn_args):
        """The answer to a request, by a connection of a class."""
        if not req.host:
            raise URLError("no host given")
        connection = http_class(req.host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = dict(req.unredirected_hdrs)
        headers.update({name: value for name, value in req.headers.items() if name not in headers})
        # The connection serves for one answer.
        headers["Connection"] = "close"
        headers = {name.title(): value for name, value in headers.items()}
        if req._tunnel_host:
            tunnel = {}
            if "Proxy-Authorization" in headers:
                tunnel["Proxy-Authorization"] = headers.pop("Proxy-Authorization")
            connection.set_tunnel(req._tunnel_host, headers=tunnel)
        try:
            try:
                connection.request(req.get_method(), req.selector, req.data, headers,
                                   encode_chunked=req.has_header("Transfer-encoding"))
            except OSError as error:
                raise URLError(error) from error
            answer = connection.getresponse()
        except BaseException:
            connection.close()
            raise
        if connection.sock:
            connection.sock.close()
            connection.sock = None
        answer.url = req.get_full_url()
        answer.msg = answer.reason
        return answer


class HTTPHandler(AbstractHTTPHandler):
    """Opens addresses of HTTP."""

    def http_open(self, req):
        """The answer to a request."""
        import http.client
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class UnknownHandler(BaseHandler):
    """Refuses what nobody else opens."""

    def unknown_open(self, req):
        """Raise URLError."""
        raise URLError(f"unknown url type: {req.type}")


class FileHandler(BaseHandler):
    """Opens addresses of files."""

    names = None

    def file_open(self, req):
        """The file of an address."""
        url = req.selector
        if url[:2] == "//" and url[2:3] != "/" and req.host and req.host != "localhost":
            if req.host not in self.get_names():
                raise URLError("file:// scheme is supported only on localhost")
            return None
        return self.open_local_file(req)

    def get_names(self):
        """The addresses of this machine."""
        if FileHandler.names is None:
            try:
                names = socket.gethostbyname_ex("localhost")[2] + socket.gethostbyname_ex(socket.gethostname())[2]
                FileHandler.names = tuple(names)
            except socket.gaierror:
                FileHandler.names = (socket.gethostbyname("localhost"),)
        return FileHandler.names

    def open_local_file(self, req):
        """The file of an address of this machine."""
        import email.utils
        import mimetypes
        host, name = req.host, req.selector
        path = url2pathname(name)
        try:
            facts = os.stat(path)
            kind = mimetypes.guess_file_type(name)[0]
            modified = email.utils.formatdate(facts.st_mtime, usegmt=True)
            headers = email.message_from_string(
                f"Content-type: {kind or 'text/plain'}\nContent-length: {facts.st_size}\nLast-modified: {modified}\n")
            if host:
                host, port = _splitport(host)
            if not host or not port and socket.gethostbyname(host) in self.get_names():
                address = "file://" + (host + name if host else name)
                return addinfourl(open(path, "rb"), headers, address)
        except OSError as error:
            raise URLError(error) from error
        raise URLError("file not on local host")


class DataHandler(BaseHandler):
    """Opens addresses that hold their data themselves."""

    def data_open(self, req):
        """The data of an address."""
        url = req.full_url
        kind, comma, data = url.partition(":")[2].partition(",")
        if not comma:
            raise ValueError("not enough values to unpack (expected 2, got 1)")
        data = unquote_to_bytes(data)
        if kind.endswith(";base64"):
            data = base64.decodebytes(data)
            kind = kind[:-7]
        kind = kind or "text/plain;charset=US-ASCII"
        headers = email.message_from_string(f"Content-type: {kind}\nContent-length: {len(data)}\n")
        return addinfourl(io.BytesIO(data), headers, url)


def pathname2url(pathname):
    """The path of a file as it stands in an address."""
    return quote(pathname)


def url2pathname(pathname):
    """The path of a file from an address."""
    return unquote(pathname)


def getproxies_environment():
    """The proxies that the environment names; those in small letters count for more."""
    found = {}
    names = [(name, name.lower(), value) for name, value in os.environ.items() if name.lower().endswith("_proxy")]
    for name, lower, value in names:
        if value:
            found[lower[:-6]] = value
    if "REQUEST_METHOD" in os.environ:
        # A program that answers requests would take this from a header.
        found.pop("http", None)
    for name, lower, value in names:
        if name[-6:] == "_proxy":
            if value:
                found[lower[:-6]] = value
            else:
                found.pop(lower[:-6], None)
    return found


def proxy_bypass_environment(host, proxies=None):
    """Whether the environment says that a host is reached without a proxy."""
    if proxies is None:
        proxies = getproxies_environment()
    excluded = proxies.get("no")
    if excluded is None:
        return False
    if excluded == "*":
        return True
    host = host.lower()
    plain = _splitport(host)[0]
    for name in excluded.split(","):
        name = name.strip().lstrip(".").lower()
        if name and (plain == name or host == name or plain.endswith("." + name) or host.endswith("." + name)):
            return True
    return False


getproxies = getproxies_environment
proxy_bypass = proxy_bypass_environment
