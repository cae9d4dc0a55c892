def said(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


m = memoryview(bytearray(range(24)))
a = m.cast("B", (2, 3, 4))
b = m.cast("h", [3, 4])
z = memoryview(bytearray(b"x")).cast("B", ())
for v in (a, b, z, a[::-1], b[1:][::2], m.cast("@i")):
    print(v.format, v.shape, v.strides, v.ndim, v.nbytes, v.c_contiguous, v.f_contiguous, v.contiguous)
print(a[1, -1, -1], b[2, 3], z[()], z[...] is z, b.tolist(), z.tolist())
print(b.tobytes("F").hex(), a[::-1].tobytes("A")[:6].hex(), a == m, a == a[:], b == m.cast("H", (3, 4)))
for key in (0, (0,), (0, 0), (0, 0, 0, 0), (0, 0, 9), (slice(1),), (slice(1), 0), "a", ..., ()):
    said(a.__getitem__, key)
for key, value in ((0, 1), ((0, 0, 1), 200), (slice(1), b"a"), ((0, 0, 2), 256), ((0, 0, 2), "a"), ((0,), 1)):
    said(a.__setitem__, key, value)
print(m[1], m.tobytes()[:4])
for f, shape in (("B", (5,)), ("B", (0,)), ("B", 24), ("B", (2.5,)), ("B", (2**62, 2**10)), ("B", [1] * 65), ("é", (1,)),
                 ("x", (24,)), ("h", (2, 6))):
    said(m.cast, f, shape) if f != "h" else print(m.cast(f, shape).shape)
said(a.cast, "B", (4, 6))
print(a.cast("B").shape, a.cast("h", (12,)).shape)
for f in (len, iter, list, bytes, hash, memoryview.tolist):
    said(f, z)
said(iter, a)
print(len(a), bytes(a) == bytes(m), b"".join([z, b"y"]))
print(type(iter(m)).__name__, m.cast("e")[1], m.cast("P").shape)


class Lends:
    def __buffer__(self, flags):
        return memoryview(b"lent")


print(bytes(memoryview(Lends())), b"ab".__buffer__(0).tobytes())
said(b"ab".__buffer__, 1)
said(memoryview._from_flags, 5, 0)
print(m[::2][100:].contiguous, m[100:].contiguous, m[::2][:1].contiguous)
said(bytes, 2**63 - 5)
