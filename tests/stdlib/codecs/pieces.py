# Coding piece by piece, streams, and the codecs that are written in the language.
import codecs
import io

for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32-be", "utf-7", "unicode_escape"):
    data = "aé\u20ac\U00012345".encode(name)
    decoder = codecs.getincrementaldecoder(name)()
    print(name, data, ascii([decoder.decode(data[i : i + 1]) for i in range(len(data))]), ascii(decoder.decode(b"", True)))
    encoder = codecs.getincrementalencoder(name)()
    print([encoder.encode(character) for character in "aé"], list(codecs.iterencode(["a", "é"], name)))
    print(ascii("".join(codecs.iterdecode([data[:3], data[3:]], name))))

print(codecs.utf_8_decode(b"a\xe2\x82"), codecs.utf_16_ex_decode(b"\xfe\xff\x00a"))
print(ascii("a\n\x00é\u1234\U00012345\\".encode("unicode_escape")), ascii(b"a\\n\\x41\\u1234\\N{BULLET}".decode("unicode_escape")))
print("é€".encode("raw_unicode_escape"), "bücher".encode("punycode"), "bücher.example".encode("idna"))
print(b"bcher-kva".decode("punycode"), b"xn--bcher-kva.example".decode("idna"), codecs.escape_decode(b"\\x41\\n"))
try:
    b"\\x4".decode("unicode_escape")
except UnicodeDecodeError as error:
    print(error)
try:
    codecs.getincrementaldecoder("utf-16")().decode(b"ab")
except UnicodeDecodeError as error:
    print(error)

stream = io.BytesIO("eins\nzwei\r\ndréi".encode())
reader = codecs.getreader("utf-8")(stream)
print(repr(reader.readline()), repr(reader.read(3)), list(reader))
stream = io.BytesIO()
writer = codecs.getwriter("utf-16")(stream)
writer.write("a")
writer.writelines(["b", "c"])
print(stream.getvalue())
stream = io.BytesIO("é".encode("latin-1"))
print(codecs.EncodedFile(stream, "utf-8", "latin-1").read())
print(codecs.charmap_encode("ab", "replace", {97: 98, 63: 33}), codecs.charmap_decode(b"ab", "replace", {97: "xy"}))
print(codecs.BOM_UTF8, codecs.BOM is codecs.BOM_UTF16_LE)
