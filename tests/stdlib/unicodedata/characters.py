# What the database says of single characters: sums over all of them, and some by name.
import unicodedata
import zlib

print(unicodedata.unidata_version)

PLACES = [*range(0x600), *range(0x2000, 0x2800), *range(0x3000, 0x3400), 0xAC00, 0xD7A3, 0xD800, *range(0xF900, 0x10000),
          *range(0x1D100, 0x1D200), *range(0x1F100, 0x1F200), 0x20000, 0x2F800, 0xE0100, 0xF0000, 0x10FFFF]
for name in ("category", "bidirectional", "combining", "mirrored", "east_asian_width", "decomposition"):
    function = getattr(unicodedata, name)
    print(name, zlib.crc32(repr([function(chr(place)) for place in PLACES]).encode()))
for name in ("decimal", "digit", "numeric", "name"):
    function = getattr(unicodedata, name)
    print(name, zlib.crc32(repr([function(chr(place), None) for place in PLACES]).encode()))


def attempt(function, *arguments):
    try:
        result = function(*arguments)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, ascii(arguments), ascii(result))


for name in ("category", "bidirectional", "decomposition", "decimal", "digit", "numeric", "name"):
    for argument in ("A", "\u00bd", "\u0663", "\u0378", "\n", "", "ab", 1):
        attempt(getattr(unicodedata, name), argument)
attempt(unicodedata.name, "\n", "none")
attempt(unicodedata.numeric, "A", -1)
for name in ("SPACE", "space", "LINE FEED", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00", "KEYCAP NUMBER SIGN",
             "CJK UNIFIED IDEOGRAPH-4e00", "hangul syllable gag", "LATIN  SMALL LETTER A", "no such", "", b"SPACE", 1):
    attempt(unicodedata.lookup, name)
