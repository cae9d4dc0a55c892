"""Requests are described here; snakelet opens no addresses, and says so when asked to."""
from urllib.error import URLError
from urllib.parse import quote, unquote, unwrap, urldefrag, urlparse

__all__ = ["Request", "urlopen", "urlretrieve", "urlcleanup", "pathname2url", "url2pathname", "build_opener",
           "install_opener", "getproxies"]


class Request:
    """What is asked of a server: address, data, headers and method."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        for name, value in headers.items():
            self.add_header(name, value)
        self.data = data
        self.origin_req_host = origin_req_host or urlparse(self.full_url).hostname or ""
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f"{self._url}#{self.fragment}" if self.fragment else self._url

    @full_url.setter
    def full_url(self, url):
        self._url, self.fragment = urldefrag(unwrap(url))
        self.fragment = self.fragment or None
        parts = urlparse(self._url)
        if not parts.scheme:
            raise ValueError(f"unknown url type: {self.full_url!r}")
        self.type = parts.scheme
        self.host = unquote(parts.netloc) if parts.netloc else None
        self.selector = self._url.partition("//" + parts.netloc)[2] if parts.netloc else parts.path

    def get_method(self):
        """The method: what was given, else POST where there is data."""
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self._put(self.headers, key, val)

    def add_unredirected_header(self, key, val):
        self._put(self.unredirected_hdrs, key, val)

    def _put(self, headers, name, value):
        headers[name.capitalize()] = value

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list((self.unredirected_hdrs | self.headers).items())


def _refuse(name):
    raise URLError(f"snakelet opens no addresses: urllib.request.{name} is not there")


def urlopen(url, data=None, timeout=None, *, context=None):
    """Raises `URLError`."""
    _refuse("urlopen")


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Raises `URLError`."""
    _refuse("urlretrieve")


def build_opener(*handlers):
    """Raises `URLError`."""
    _refuse("build_opener")


def install_opener(opener):
    """Raises `URLError`."""
    _refuse("install_opener")


def urlcleanup():
    """Nothing was retrieved, so that nothing must be cleaned up."""


def getproxies():
    """The proxies that the environment names."""
    import os
    found = {name.lower()[:-6]: value for name, value in os.environ.items() if name.lower().endswith("_proxy") and value}
    if "REQUEST_METHOD" in os.environ:
        found.pop("http", None)
    return found


def pathname2url(pathname):
    """The path of a file as it stands in an address."""
    return quote(pathname)


def url2pathname(pathname):
    """The path of a file from an address."""
    return unquote(pathname)
