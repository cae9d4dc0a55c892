"""Literals of each kind, the corner values of the types among them."""

INTS = ["0", "1", "-1", "2", "3", "7", "10", "-5", "255", "256", "-128", "1000", "65536", "2147483647", "-2147483648",
    "4294967296",
        "9007199254740993", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616",
        "-18446744073709551617", "10**20", "-(10**25)", "2**100", "0xff", "0b1011", "0o17", "1_000_000", "3**50", "True",
        "1000003", "-7", "12345678901234567890"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.0", "0.5", "1.5", "2.5", "-2.5", "0.1", "3.14159", "1e16", "1e22", "1e-5", "1e-4",
    "123456789.123",
          "1e300", "-1e300", "5e-324", "1.7976931348623157e308", "float('inf')", "float('-inf')", "float('nan')", "1e15",
          "9007199254740992.0", "1/3", "2.675", "1e100", "0.30000000000000004", "-3.7", "100.0", "1e-7", "12345.678", "4.35",
              "0.045"]
COMPLEXES = ["1j", "0j", "-0j", "1+2j", "-1.5-0.5j", "complex('inf')", "complex(0, float('nan'))", "1e10j", "(2-0j)",
    "complex(-0.0, 1)",
             "3.0j", "complex(1e300, 1e300)", "(1+0j)"]
WORDS = ["", "a", "abc", "Hello World", "spam", "  pad  ", "ab\\tc\\n", "x,y,,z", "line1\\nline2\\r\\nline3", "ÀÉî", "straße",
    "ǆ", "İı",
         "Σας", "日本語", "\\U0001f600!", "e\\u0301", "ﬁne", "0123", "-12", "12.5", "½²", "٣", "aAbB", "UPPER", "lower",
             "Title Case",
         "under_score", "a.b.c", "%d items", "{} and {}", "it's", 'say "hi"', "back\\\\slash", "\\x00\\x1f\\x7f", "\\ud800",
             "\\xa0nb",
         "aaa", "banana", "mississippi", "\\u2028sep", "tab\\there", "x" * 40, "ŉ", "ΐ", "ῼ", "ß", "\\x85", "a\\x0bb\\x0cc",
             "class", "π", "_x1",
         "1e5", "nan", "  42  ", "0x1f", "1_000", "true", "\\U000e0100", "\\u200b"]
BYTES = ["", "a", "abc", "Hello World", "  pad  ", "\\x00\\xff", "a,b,,c", "line1\\nline2\\r\\n", "\\xc3\\xa9", "0123", "aAbB",
    "banana", "it's",
         "\\t\\n\\r", "%d items", "\\x80\\x81", "Title Case", "xyz" * 3, "\\xf0\\x9f\\x98\\x80", "\\xed\\xa0\\x80", "-12", "AB"]
NUMBER_TEXTS = ["12", " 42 ", "-7", "+5", "0x1f", "0b101", "0o17", "1_000", "1__0", "_1", "1_", "", " ", "12.5", "abc", "z", "10",
    "7f", "٣٤", "１２",
                "0", "00", "-0", "--1", "1 2", "\\n5\\n", "0x", "0b", "99999999999999999999", "1e5", "\\u2003 8", "\\x008",
                    "-0xAF", "0_0", "0x_f"]
FLOAT_TEXTS = ["1.5", " -2.5e3 ", "inf", "-Infinity", "nan", "+nan", "1e400", "1e-400", ".5", "5.", ".", "", "1_0.5", "1._5",
    "0x1p3", "1e", "e5",
               "12", "abc", "١.٥", "infinit", "-.0", "1e+5", "1.5.2", "1,5"]
HEX_TEXTS = ["0x1.8p3", "-0x1p-1074", "inf", "nan", "0x1.fffffffffffffp1023", "0x1p1024", "1.8", "0x", "0x.8p0", " 0x1p0 ", "abc",
    "1p", "0x1.00000000000008p0"]
COMPLEX_TEXTS = ["1+2j", "1j", " -1.5-2.5e3J ", "(1+2j)", "inf+nanj", "1+", "j", "-j", "1 + 2j", "1+2", "", "(1", "nan", "1e5j"]
CODECS = ["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "unicode_escape",
          "raw_unicode_escape", "utf8", "UTF-8", "no-such", "iso8859-15", "cp437", "koi8-r", "utf-7"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape",
    "surrogatepass", "bogus"]
FORMS = ["NFC", "NFD", "NFKC", "NFKD"]


def quoted(text, source, prefix=""):
    """A text (already escaped) as a literal, in one of the ways of writing it."""
    body = text.replace('"', '\\"') if "'" in text or '"' in text or source.random() < 0.2 else None
    if body is not None:
        return f'{prefix}"{body}"'
    if source.random() < 0.05:
        return f"{prefix}'''{text}'''"
    return f"{prefix}'{text}'"


def integer(source):
    roll = source.random()
    if roll < 0.55:
        return source.choice(INTS)
    if roll < 0.8:
        return str(source.randint(-100, 100))
    return str(source.getrandbits(source.choice([8, 16, 31, 32, 33, 62, 63, 64, 65, 128, 200])) * source.choice([1, 1, -1]))


def floating(source):
    roll = source.random()
    if roll < 0.6:
        return source.choice(FLOATS)
    if roll < 0.8:
        return repr(round(source.uniform(-1000, 1000), source.randint(0, 5)))
    return repr(source.uniform(-1, 1) * 10.0 ** source.randint(-320, 300))


def text(source):
    roll = source.random()
    if roll < 0.8:
        return quoted(source.choice(WORDS), source)
    if roll < 0.9:
        letters = ["a", "b", "c", "A", " ", "é", "ß", "0", "\\n", "Σ", "😀", "\\t", "-", "_", "."]
        return quoted("".join(source.choice(letters) for _ in range(source.randint(0, 12))), source)
    return quoted(source.choice(WORDS).replace("\\", "") or "r", source, "r")


def number(source):
    """A float that is a number: the hash of the others depends on where they lie."""
    return floating(source).replace("float('nan')", "1.25")


def key(source):
    return source.choice([integer, integer, text, number,
        lambda s: s.choice(["None", "True", "(1, 2)", "()", "b'k'", "frozenset({1})"])])(source)


def item(source):
    return source.choice([integer, integer, floating, text, text, binary,
        lambda s: s.choice(["None", "True", "False", "[]", "()", "{}"])])(source)


def binary(source):
    if source.random() < 0.15:
        return "bytes([" + ", ".join(str(source.randint(0, 255)) for _ in range(source.randint(0, 8))) + "])"
    return quoted(source.choice(BYTES), source, source.choice(["b", "b", "b", "B", "rb"]))


def series(open, close, one, least=0, most=6):
    """A maker of displays."""
    def make(source):
        return open + ", ".join(one(source) for _ in range(source.randint(least, most))) + close
    return make


def listing(source):
    roll = source.random()
    if roll < 0.4:
        return series("[", "]", integer)(source)
    if roll < 0.6:
        return series("[", "]", text)(source)
    return series("[", "]", item)(source)


def row(source):
    items = [item(source) for _ in range(source.randint(0, 5))]
    return "(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")"


def mapping(source):
    if source.random() < 0.2:
        return "dict(" + ", ".join(f"{name}={item(source)}" for name in source.sample("abcxyz", source.randint(0, 3))) + ")"
    return "{" + ", ".join(f"{key(source)}: {item(source)}" for _ in range(source.randint(0, 5))) + "}"


def unordered(source):
    if source.random() < 0.15:
        return "set()"
    one = source.choice([key, lambda s: str(s.randint(-5, 40)), lambda s: str(s.randint(0, 10) * 8), text])
    if one in (key, text):
        # A display of constants would do, but its order depends on which texts the reference has interned before.
        return series("set([", "])", one, 0, 7)(source)
    return series("{", "}", one, 1, 7)(source)


def spec(source):
    """A format specification that is mostly valid."""
    if source.random() < 0.07:
        return source.choice(["x=", "^^^", "zz", "5.", ".", "-+", "<<", "0<5", "=+", "#,", ",_", "_,", "10000000000000000000",
            ".3d", "{", "!", "é>5", "\\U0001f600^7"])
    parts = ""
    if source.random() < 0.5:
        parts += (source.choice(["", "", "*", "0", " ", "é", "_", "<"]) + source.choice("<>^="))
    parts += source.choice(["", "", "", "+", "-", " "])
    parts += source.choice(["", "", "", "", "z"])
    parts += source.choice(["", "", "", "#"])
    parts += source.choice(["", "", "", "0"])
    parts += source.choice(["", "", "1", "8", "12", "20"])
    parts += source.choice(["", "", "", "", ",", "_"])
    parts += source.choice(["", "", "", ".0", ".1", ".3", ".10"])
    parts += source.choice(["", "", "d", "f", "F", "e", "E", "g", "G", "n", "%", "s", "x", "X", "o", "b", "c", "r"])
    return parts


def percent(source):
    """A conversion of percent formatting that is mostly valid."""
    if source.random() < 0.05:
        return source.choice(["%", "%y", "%5", "%-", "%(a", "%()d", "%.d", "%l", "%ld", "%hhd", "%é"])
    parts = "%" + source.choice(["", "", "", "-", "+", " ", "0", "#", "-0", "+#", "0#"])
    parts += source.choice(["", "", "5", "10", "1"]) + source.choice(["", "", "", ".0", ".2", ".5"])
    return parts + source.choice("ddiuoxXeEfFgGcrsa%srd")


def offset(source):
    return str(source.choice([0, 0, 1, 2, 3, 5, -1, -2, -3, 7, -10, 100]))


def cut(source):
    """What stands in the brackets of a slice."""
    def place(share):
        return "" if source.random() < share else offset(source)
    if source.random() < 0.5:
        return f"{place(0.3)}:{place(0.3)}"
    return f"{place(0.4)}:{place(0.4)}:{source.choice(['', '1', '-1', '2', '-2', '3', '-3', '0', '-7', 'None'])}"


def span(source):
    return "slice(" + ", ".join("None" if source.random() < 0.3 else offset(source) for _ in range(source.randint(1, 3))) + ")"


def stretch(source):
    start, stop = source.randint(-5, 10), source.randint(-10, 20)
    return source.choice([f"range({stop})", f"range({start}, {stop})",
        f"range({start}, {stop}, {source.choice([1, 2, 3, -1, -2, 7])})"])


def choice(choices):
    return lambda source: source.choice(choices)


def word(choices, prefix=""):
    return lambda source: quoted(source.choice(choices), source, prefix)


ATOMS = {
    "int": integer, "float": floating, "complex": choice(COMPLEXES), "bool": choice(["True", "False"]), "str": text,
    "char": word(["a", "b", "x", " ", "*", "é", "", "ab", "\\n", "0", "ß", ".", ","]), "bytes": binary,
    "bytearray": lambda source: f"bytearray({binary(source)})",
    "list": listing, "ints": series("[", "]", lambda s: str(s.randint(-20, 20)), 0, 7),
    "strs": series("[", "]", text, 0, 5), "tuple": row, "dict": mapping, "set": unordered,
    "frozenset": lambda source: f"frozenset({unordered(source)})", "range": stretch, "slice": span, "none": choice(["None"]),
    "small": lambda source: str(source.choice([0, 1, 2, 3, 4, 5, 8, -1, 10, 17])), "index": offset, "cut": cut, "key": key,
        "item": item,
    "base": choice(["0", "2", "8", "10", "16", "36", "37", "1", "-1", "3"]), "number_text": word(NUMBER_TEXTS),
    "float_text": word(FLOAT_TEXTS), "hex_text": word(HEX_TEXTS), "complex_text": word(COMPLEX_TEXTS), "codec": word(CODECS),
    "handler": word(HANDLERS), "spec": lambda source: quoted(spec(source), source), "bare_spec": spec,
    "percent": lambda source: quoted(percent(source), source),
    "percent_bytes": lambda source: quoted(percent(source).replace("é", "q"), source, "b"),
    "type": choice(["int", "float", "complex", "bool", "str", "bytes", "bytearray", "list", "tuple", "dict", "set", "frozenset",
        "range",
                    "slice", "object", "type", "type(None)", "memoryview", "ValueError", "BaseException", "property"]),
    "object": choice(["object()", "None", "type", "len", "print", "int.real", "str.upper", "memoryview(b'abc')",
                      "ValueError('x')", "KeyError('k')", "super", "[].append", "{}.keys()", "range(3)", "slice(1)", "zip()",
                          "iter('')"]),
    "callable": choice(["str", "int", "len", "abs", "repr", "bool", "lambda v: v", "lambda v: -v", "lambda v: v % 3",
        "lambda a, b: a", "None",
                        "lambda *a: a", "type", "ord", "float", "sorted", "lambda v: str(v)", "str.upper", "tuple",
                            "id and bool"]),
    "iterator": choice(["iter([1, 2, 3])", "iter('abc')", "iter({1: 2})", "reversed([3, 1])", "(q for q in (1, 2))",
        "zip('ab', [1, 2])",
                        "enumerate('xy')", "map(str, (1, 2))", "filter(None, [0, 1])", "iter({5})", "iter(range(3))",
                            "iter(b'ab')"]),
    "view": choice(["memoryview(b'abcdef')", "memoryview(bytearray(b'xyz'))", "memoryview(b'abcdef')[::2]",
        "memoryview(b'abcd').cast('H')",
                    "memoryview(b'')", "memoryview(bytes(8)).cast('i')", "memoryview(b'abcdef').cast('B', [2, 3])"]),
    "form": word(FORMS),
}
