# Error handlers by name, the script's own included.
import codecs


def attempt(call):
    try:
        print(ascii(call()))
    except Exception as error:
        print(type(error).__name__, error)


encode = UnicodeEncodeError("ascii", "aéc", 1, 2, "x")
decode = UnicodeDecodeError("ascii", b"abc", 1, 2, "x")
translate = UnicodeTranslateError("aéc", 1, 2, "x")
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    handler = codecs.lookup_error(name)
    print(name, handler is getattr(codecs, name + "_errors") or handler.__name__)
    for error in (encode, decode, translate, ValueError("v"), 1):
        attempt(lambda: handler(error))
attempt(lambda: codecs.lookup_error("nope"))
attempt(lambda: codecs.register_error(1, 2))
attempt(lambda: codecs.register_error("a", 2))


def marks(error):
    if isinstance(error, UnicodeEncodeError):
        return "<" + error.object[error.start : error.end].encode("unicode_escape").decode() + ">", error.end
    return "?", error.end


codecs.register_error("marks", marks)
attempt(lambda: "aéc€".encode("ascii", "marks"))
attempt(lambda: b"a\xffc".decode("utf-8", "marks"))
codecs.register_error("bad", lambda error: 5)
attempt(lambda: "é".encode("ascii", "bad"))
attempt(lambda: b"\xff".decode("ascii", "bad"))
codecs.register_error("far", lambda error: ("x", 100))
attempt(lambda: "é".encode("ascii", "far"))
