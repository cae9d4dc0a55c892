import bz2
import io
import lzma
import os
import tempfile

os.chdir(tempfile.mkdtemp())
data = b"some text that repeats, " * 500
for module in (bz2, lzma):
    packed = module.compress(data)
    print(module.__name__, len(packed) < len(data), module.decompress(packed) == data, module.decompress(packed * 2) == data * 2)
    with module.open("f", "wt", encoding="utf-8") as file:
        file.write("ü\nzwei\n")
    with module.open("f", "rt", encoding="utf-8") as file:
        print(file.read().split())
    with module.open("f") as file:
        print(file.readline(), file.tell(), file.peek(2)[:2], file.seek(0), list(file))
    try:
        module.decompress(b"rubbish")
    except Exception as error:
        print(type(error).__name__, error)
    try:
        module.decompress(packed[:-10])
    except Exception as error:
        print(type(error).__name__, error)

stream = bz2.BZ2Decompressor()
packed = bz2.compress(data) + b"rest"
out = stream.decompress(packed, 100)
print(len(out), stream.needs_input, stream.eof)
while not stream.eof:
    out += stream.decompress(b"", 5000)
print(out == data, stream.unused_data)

packer = lzma.LZMACompressor(check=lzma.CHECK_CRC32, preset=2)
packed = packer.compress(data) + packer.flush()
reader = lzma.LZMADecompressor()
out = b"".join(reader.decompress(packed[at:at + 7]) for at in range(0, len(packed), 7))
print(out == data, reader.check, reader.eof)
for format, filters in ((lzma.FORMAT_ALONE, None), (lzma.FORMAT_RAW, [{"id": lzma.FILTER_LZMA2, "preset": 3}]),
                        (lzma.FORMAT_RAW, [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2}])):
    packed = lzma.compress(data, format, filters=filters)
    print(lzma.decompress(packed, format, filters=filters if format == lzma.FORMAT_RAW else None) == data)
try:
    lzma.LZMACompressor(lzma.FORMAT_RAW)
except ValueError as error:
    print(error)
try:
    bz2.compress(b"", 10)
except ValueError as error:
    print(error)
print(lzma.is_check_supported(lzma.CHECK_SHA256), bz2.BZ2File(io.BytesIO(bz2.compress(b"abc"))).read())
