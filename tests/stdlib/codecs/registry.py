# Codecs by name, those of scripts included.
import codecs

for name in ("utf8", "UTF 8", "latin1", "us-ascii", "utf_16_le", "windows-1252", "koi8-r", "utf-8-sig", "unicode_escape", "rot13", "utf-7"):
    info = codecs.lookup(name)
    print(name, info.name, info._is_text_encoding, len(info))


def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))


attempt(lambda: codecs.lookup("nope"))
attempt(lambda: codecs.lookup(1))
attempt(lambda: "a".encode("nope"))
attempt(lambda: b"a".decode("nope"))
attempt(lambda: codecs.encode("abc", "rot13"))
attempt(lambda: "abc".encode("rot13"))
attempt(lambda: b"abc".decode("rot13"))
attempt(lambda: "\u1234".encode("cp1252"))
attempt(lambda: b"\x81".decode("cp1252"))
attempt(lambda: codecs.encode("é", "ascii"))
attempt(lambda: "é".encode("ascii"))
attempt(lambda: codecs.register(2))


def search(name):
    if name == "loud":
        return codecs.CodecInfo(
            lambda text, errors="strict": (text.upper().encode(), len(text)),
            lambda data, errors="strict": (bytes(data).decode() + "!", len(data)),
            name="loud",
        )
    if name == "wrong":
        return codecs.CodecInfo(lambda text, errors="strict": ("text", 1), lambda data, errors="strict": 5)
    return None


codecs.register(search)
attempt(lambda: "abc".encode("loud"))
attempt(lambda: b"abc".decode("Loud"))
attempt(lambda: str(b"x", "loud"))
attempt(lambda: "abc".encode("wrong"))
attempt(lambda: b"abc".decode("wrong"))
codecs.unregister(search)
attempt(lambda: "abc".encode("loud"))
