# A bytearray that a memoryview looks at keeps its size; what keeps it is allowed.
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for start in (b"", b"abc"):
    v = bytearray(start)
    m = memoryview(v)
    for f in (lambda: v.clear(), lambda: v.pop(), lambda: v.extend(b""), lambda: v.__iadd__(b""), lambda: v.__setitem__(slice(None), b""),
              lambda: v.append(1), lambda: v.reverse(), lambda: v.__imul__(2), lambda: v.__imul__(1), lambda: v.__imul__(0),
              lambda: v.__delitem__(slice(None)), lambda: v.__delitem__(slice(None, None, 2)), lambda: v.__setitem__(slice(0, 0), b"a"),
              lambda: v.__delitem__(slice(0, 0)), lambda: v.extend([]), lambda: v.extend([1]), lambda: v.__setitem__(slice(None), b"xyz")):
        t(f)
