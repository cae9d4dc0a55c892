# What cannot be encoded or decoded, and the error handlers.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(lambda: "aé€".encode("ascii"))  # expect: UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
attempt(lambda: "é€".encode("latin-1"))  # expect: UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 1: ordinal not in range(256)
attempt(lambda: "\ud800".encode())  # expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
print("aé€".encode("ascii", "ignore"), "aé€".encode("ascii", "replace"))  # expect: b'a' b'a??'
print("aé€".encode("ascii", "xmlcharrefreplace"), "aé€".encode("ascii", "backslashreplace"))  # expect: b'a&#233;&#8364;' b'a\\xe9\\u20ac'
print("é€".encode("ascii", "namereplace"))  # expect: b'\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{EURO SIGN}'
print("\ud800".encode("utf-8", "surrogatepass"), "\udcff".encode("utf-8", "surrogateescape"))  # expect: b'\xed\xa0\x80' b'\xff'
attempt(lambda: "a".encode("nonsense"))  # expect: LookupError: unknown encoding: nonsense
attempt(lambda: "é".encode("ascii", "nonsense"))  # expect: LookupError: unknown error handler name 'nonsense'
print("a".encode("ascii", "nonsense"))  # expect: b'a'
attempt(lambda: b"a\xffb".decode())  # expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
attempt(lambda: b"\xe2\x82".decode())  # expect: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
attempt(lambda: b"\xff".decode("ascii"))  # expect: UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
print(b"a\xffb".decode(errors="ignore"), ascii(b"a\xffb".decode(errors="replace")))  # expect: ab 'a\ufffdb'
print(b"a\xffb".decode(errors="backslashreplace"), ascii(b"a\xffb".decode("utf-8", "surrogateescape")))  # expect: a\xffb 'a\udcffb'
print(b"\xff\xfea\x00".decode("utf-16"), "a".encode("utf-16"), "é".encode("utf-8-sig"))  # expect: a b'\xff\xfea\x00' b'\xef\xbb\xbf\xc3\xa9'
attempt(lambda: str(b"a", 5))  # expect: TypeError: str() argument 'encoding' must be str, not int
attempt(lambda: str("a", "utf-8"))  # expect: TypeError: decoding str is not supported
attempt(lambda: str(5, "utf-8"))  # expect: TypeError: decoding to str: need a bytes-like object, int found
