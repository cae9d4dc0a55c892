# Every byte of every code page, the characters back, and their names.
import codecs
import zlib

NAMES = """cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424 cp437 cp500 cp720
cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 hp_roman8 iso8859_10
iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8
iso8859_9 koi8_r koi8_t koi8_u kz1048 mac_arabic mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman
mac_romanian mac_turkish palmos ptcp154 tis_620""".split()
BYTES = bytes(range(256))

for name in NAMES:
    text = BYTES.decode(name, "backslashreplace")
    data = BYTES.decode(name, "ignore").encode(name)
    print(name, codecs.lookup(name).name, zlib.crc32(ascii(text).encode()), zlib.crc32(data))

print("Hello, 5%".encode("cp037"), "Hello".encode("cp500").decode("cp500"), "a b".encode("mac_farsi"))
for name, text in (("cp037", "a\u20ac"), ("cp864", "%"), ("koi8_t", "\u00e9")):
    try:
        print(text.encode(name))
    except UnicodeEncodeError as error:
        print(error, error.__notes__, text.encode(name, "replace"))
for alias in "ebcdic-cp-us ibm1140 latin2 greek8 macintosh maccyrillic kz_1048 roman8 tis620 pt154 cp1361x ibm437".split():
    try:
        print(alias, codecs.lookup(alias).name)
    except LookupError as error:
        print(error)
