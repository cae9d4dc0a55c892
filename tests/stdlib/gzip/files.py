# Files written and read, members after each other, seeking, and what is no gzip file.
import gzip, io, zlib
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: r = type(e).__name__ + ': ' + str(e)
    print(f.__name__, '->', r)
data = b'line one\nline two\n' * 500
c = gzip.compress(data, mtime=0)
print(len(c), c[:10], gzip.decompress(c) == data, gzip.decompress(c + c) == data * 2, gzip.decompress(c + b'\0' * 9) == data)
b = io.BytesIO()
with gzip.GzipFile('name.txt.gz', 'wb', 6, b, mtime=5) as f: print(f.write(data), f.tell(), f.mode, f.name, f.writable(), f.readable())
print(b.getvalue()[:20])
b.seek(0)
with gzip.GzipFile(fileobj=b) as f:
    print(f.readline(), f.read(5), f.tell(), f.peek(4)[:4], f.seek(3), f.read(4), len(f.read()), f.read(), f.mtime, f.seek(-3, 2), f.read(), f.rewind(), next(f))
b.seek(0)
with gzip.open(b, 'rt') as f: print(f.readline(), len(f.readlines()))
for bad in (b'', b'abc', c[:5], c[:-3], c[:-8] + bytes(8), b'\x1f\x8b\x07' + c[3:], c + b'junk'): t(gzip.decompress, bad)
t(lambda: gzip.GzipFile(fileobj=io.BytesIO(c[:-3])).read()); t(lambda: gzip.GzipFile(fileobj=io.BytesIO(c[:-8] + bytes(8))).read()); t(gzip.open, 5); t(gzip.open, 'x', 'rtb'); t(gzip.open, 'x', 'rb', 9, 'utf-8'); t(gzip.GzipFile, 'x', 'U')
f = gzip.GzipFile(fileobj=io.BytesIO(), mode='wb'); t(f.read); f.close(); t(f.write, b'a'); print(f.closed)
w = io.BytesIO()
with gzip.open(w, 'wt', encoding='utf-8') as f: f.write('héllo\n')
print(gzip.decompress(w.getvalue()))
