"""Escaping text for XML."""

__all__ = ["XMLFilterBase", "XMLGenerator", "escape", "quoteattr", "unescape"]


def _replaced(data, pairs):
    for old, new in pairs:
        data = data.replace(old, new)
    return data


def escape(data, entities={}):
    """Text with `&`, `<` and `>` written as entities, and what `entities` says besides."""
    return _replaced(data, [("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), *entities.items()])


def unescape(data, entities={}):
    """What `escape` was given."""
    return _replaced(data, [("&lt;", "<"), ("&gt;", ">"), *entities.items(), ("&amp;", "&")])


def quoteattr(data, entities={}):
    """Text as the value of an attribute, in quotes."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return f'"{data}"'
    if "'" not in data:
        return f"'{data}'"
    return '"' + data.replace('"', "&quot;") + '"'


def __getattr__(name):
    # Those who only escape text read nothing of these.
    if name not in ("XMLGenerator", "XMLFilterBase"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import _sax_writers
    found = getattr(_sax_writers, name)
    found.__module__ = __name__
    return found
