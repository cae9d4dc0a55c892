# The tables of RFC 3454: sums over a part of the characters, and what is asked wrongly.
import stringprep
import zlib

PLACES = [*range(0x700), *range(0x13A0, 0x1400), 0x1680, *range(0x1800, 0x1810), *range(0x1E90, 0x1EA0), *range(0x2000, 0x2150),
          *range(0x2FF0, 0x3001), *range(0x3370, 0x33E0), 0xAB70, 0xD800, 0xE000, *range(0xFDC0, 0x10000), *range(0x1D400, 0x1D420),
          0x1D173, 0x1FFFE, 0xE0001, 0xE0020, 0xF0000, 0x10FFFF]
for name in sorted(dir(stringprep)):
    if name.startswith(("in_table", "map_table")):
        function = getattr(stringprep, name)
        print(name, zlib.crc32(repr([function(chr(place)) for place in PLACES]).encode()))
for name in ("b1_set", "c22_specials", "c6_set", "c7_set", "c8_set", "c9_set"):
    print(name, len(getattr(stringprep, name)))

for name in ("in_table_a1", "map_table_b2", "in_table_c8"):
    for argument in ("ab", 1):
        try:
            getattr(stringprep, name)(argument)
        except TypeError as error:
            print(name, error)

# Names of hosts are prepared by them.
for host in ("B\u00fccher.example", "\u2102\u00df", "a\u200db\u00e9", "\u1e9e", "\U0001f600", "\u13a0", "\u0627a\u0627", "\u05d0\u2000b"):
    try:
        print(ascii(host), host.encode("idna"))
    except UnicodeError as error:
        print(ascii(host), ascii(str(error)))
