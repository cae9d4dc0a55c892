# Encodings of East Asia: sums over rows of their tables, errors and handlers, pieces, files, names.
import codecs
import io
import os
import tempfile
import zlib

NAMES = "big5 cp932 cp949 cp950 euc_jp euc_kr gb18030 gb2312 gbk shift_jis".split()
PLACES = [*range(0x80, 0x500), *range(0x2000, 0x2700), *range(0x3000, 0x3400), *range(0x4E00, 0x10000, 37), *range(0xAC00, 0xD7A4, 11),
          0xFFE5, 0x1F600, 0x20000, 0x10FFFF]
TEXT = "".join(chr(place) for place in PLACES if not 0xD800 <= place < 0xE000 and place != 0x3164)

for name in NAMES:
    rows = [bytes([lead, trail, 65]).decode(name, "backslashreplace") for lead in range(0x80, 0x100, 7) for trail in range(0x30, 0x100)]
    print(name, codecs.lookup(name).name, zlib.crc32(ascii(rows).encode()), zlib.crc32(TEXT.encode(name, "backslashreplace")))
    for text in ("日本語", "中文", "한국어", "똠방각하", "ｱｲｳ", "a\u0378\udc80b", "é"):
        try:
            data = text.encode(name)
        except UnicodeEncodeError as error:
            print("  ", ascii(text), error, error.__notes__, text.encode(name, "replace"), text.encode(name, "xmlcharrefreplace"))
        else:
            print("  ", ascii(text), data, data.decode(name) == text)
    for data in (b"ab\xff\xffc", b"\xa4", b"\xb0\xa1\xb0", b"\x8f\xb0", b"\xa4\xd4\xa4\xa4", b"\x81\x30\x81", b"\x80x"):
        try:
            print("  ", data, ascii(data.decode(name)))
        except UnicodeDecodeError as error:
            print("  ", data, error, [ascii(data.decode(name, errors)) for errors in ("replace", "ignore", "surrogateescape")])
    known = TEXT.encode(name, "ignore").decode(name)[100:400] + "abc\n"
    data = known.encode(name)
    decoder = codecs.getincrementaldecoder(name)()
    pieces = [decoder.decode(data[at:at + 1]) for at in range(len(data))]
    print("  ", "".join(pieces) == known, decoder.decode(b"", True) == "", len(data))
    decoder = codecs.getincrementaldecoder(name)("backslashreplace")
    print("  ", [(ascii(decoder.decode(data)), decoder.getstate()) for data in (b"\x8f", b"6\xa4", b"\xd4\xa4", b"\x81", b"0A")])
    reader = io.TextIOWrapper(io.BytesIO(data * 3), encoding=name)
    print("  ", reader.readline() == known, reader.read(5) == known[:5], reader.read() == known[5:] + known)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "text")
        with open(path, "w", encoding=name) as file:
            file.write(known)
        with open(path, encoding=name) as file:
            print("  ", file.read() == known, os.path.getsize(path))

for alias in "sjis shift-jis ms932 windows-31j eucjp UJIS korean ks_c_5601-1987 uhc chinese EUC-CN cp936 gb18030-2000 big5-tw ms950".split():
    print(alias, codecs.lookup(alias).name)
