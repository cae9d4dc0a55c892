# The database of Unicode 3.2.0: sums over what differs and its neighbours, some characters by name, and the class.
import unicodedata
import zlib
from unicodedata import ucd_3_2_0

print(ucd_3_2_0.unidata_version, type(ucd_3_2_0), type(ucd_3_2_0) is unicodedata.UCD)
print([name for name in dir(ucd_3_2_0) if not name.startswith("_")])

PLACES = [*range(0x600), *range(0x1000, 0x1400), *range(0x2000, 0x2800), 0x9FA5, 0x9FA6, 0xAC00, 0xD7A3, 0xD800, *range(0xFA00, 0x10000),
          *range(0x1D6C0, 0x1D720), 0x1F600, 0x20000, 0x2A6D6, 0x2A6D7, 0x2F868, 0x2F874, 0xE0001, 0xE0100, 0xF0000, 0x10FFFF]
for name in ("category", "bidirectional", "combining", "mirrored", "east_asian_width", "decomposition"):
    function = getattr(ucd_3_2_0, name)
    print(name, zlib.crc32(repr([function(chr(place)) for place in PLACES]).encode()))
for name in ("decimal", "digit", "numeric", "name"):
    function = getattr(ucd_3_2_0, name)
    print(name, zlib.crc32(repr([function(chr(place), None) for place in PLACES]).encode()))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    made = [ucd_3_2_0.normalize(form, chr(place)) for place in PLACES]
    print(form, zlib.crc32(repr(made).encode()), [ucd_3_2_0.is_normalized(form, chr(place)) for place in PLACES].count(True))
    for text in ("\U0002f868", "A\u0301\u0323", "\u0323\u0301A", "\u1112\u1161\u11ab", "e\u0358\u0301", "\ud800\u00e9", "\u0344",
                 "\ufb01\u0fb2\u0f71\u0f80", "\u01d5\u035c", ""):
        print(form, ascii(text), ascii(ucd_3_2_0.normalize(form, text)), ucd_3_2_0.is_normalized(form, text))


def attempt(function, *arguments):
    try:
        result = function(*arguments)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, ascii(arguments), ascii(result))


for name in ("name", "category", "decimal", "numeric"):
    for argument in ("A", "\u00b2", "\u20b9", "\U0001f600", "ab", 1):
        attempt(getattr(ucd_3_2_0, name), argument)
attempt(ucd_3_2_0.name, "\U0001f600", "none")
for name in ("SPACE", "GRINNING FACE", "LINE FEED", "KEYCAP NUMBER SIGN", b"SPACE", 1):
    attempt(ucd_3_2_0.lookup, name)
attempt(ucd_3_2_0.normalize, "NF", "\u00e9")
attempt(unicodedata.UCD)
print(unicodedata.UCD.category(ucd_3_2_0, "A"))
attempt(unicodedata.UCD.category, 1, "A")
