"""Addresses taken apart and put together, escapes and queries."""
import urllib.error
import urllib.parse as p
import urllib.request


def attempt(make, *args, **options):
    try:
        return make(*args, **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for url in ["http://user:pw@Host.Example:8080/a/b;p?q=1&r#frag", "//h/x", "mailto:a@b.c", "path/only?x", "", "http://[v1.x]:80/", "HTTP://h",
            "http://h:99999/", "http://h:port/", "file:///etc/x", b"http://b/c?d", "  https://x\n/y", "javascript:alert(1)", "http://[bad/"]:
    parts = attempt(p.urlsplit, url)
    print(url, parts, attempt(p.urlparse, url) if not isinstance(parts, str) else "")
    if not isinstance(parts, str):
        print(parts.geturl(), parts.hostname, parts.username, parts.password, attempt(lambda: parts.port))
base = "http://a/b/c/d;p?q"
for url in "g:h g ./g g/ /g //g ?y g?y #s g#s ;x g;x . ./ .. ../ ../g ../.. ../../../g /./g g. ..g ./../g g;x=1/./y http:g".split() + [""]:
    print(url, p.urljoin(base, url), end="; ")
print(p.urldefrag("http://x/y#z"), p.urlunsplit(("s", "n", "p", "q", "f")), p.urlunparse(("http", "h", "x", "y", "", "")))
print(p.quote("a b/ü~&+"), p.quote("a/b", safe=""), p.quote_plus("a b+c"), p.quote(b"\xff\0"), p.quote("é", encoding="latin-1"), attempt(p.quote, 5))
print(p.unquote("a%20b%C3%BC%zz%2"), p.unquote_plus("a+b%2B"), p.unquote_to_bytes("%ff%41x"), p.unquote("%E9", "latin-1"), p.unquote("%ff"))
print(p.urlencode({"a": 1, "b c": "d&e", "l": [1, 2]}), p.urlencode([("l", [1, 2]), ("m", "x")], doseq=True), attempt(p.urlencode, 5))
print(p.parse_qs("a=1&a=2&b=&c"), p.parse_qsl("a=1&b=&c=%20+", keep_blank_values=True), p.parse_qs(b"a=1;b=2", separator=";"),
      attempt(p.parse_qs, "a", strict_parsing=True), attempt(p.parse_qs, "a=1&b=2", max_num_fields=1))
print(p.urlsplit("http://h/p").encode(), p.urlsplit(b"http://h/p").decode(), p.SplitResult("a", "b", "c", "d", "e")._replace(path="z").geturl())
print(attempt(p.urljoin, "a", b"b"), p.unwrap("<URL:http://x>"), p.urlsplit("x", scheme="s", allow_fragments=False))
print(repr(urllib.error.HTTPError("u", 404, "Not Found", {}, None)), urllib.error.URLError("why"))
request = urllib.request.Request("http://h/p#f", data=b"x", headers={"content-TYPE": "t"})
print(request.get_method(), request.full_url, request.host, request.selector, request.header_items())
