# A class that has a method for an operator hides what its base, a sequence, does for that side.
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def method(name):
    def said(self, other):
        print(name, end=" ")
        return NotImplemented
    return said
def add(a, b):
    a += b
    return a
def multiply(a, b):
    a *= b
    return a
for base in (tuple, list, str, bytearray):
    for name in ("__mul__", "__rmul__", "__add__", "__radd__", "__iadd__", "__imul__"):
        v = type("W", (base,), {name: method(name)})(b"ab" if base is bytearray else "ab")
        print(base.__name__, name)
        t(lambda: v * 2)
        t(lambda: 2 * v)
        t(lambda: v + v)
        t(lambda: v + base(b"q" if base is bytearray else "q"))
        t(lambda: ["a"] + v)
        t(lambda: v * "a")
        t(lambda: v * 1.5)
        t(lambda: add(v, base(b"q" if base is bytearray else "q")))
        t(lambda: multiply(v, 2))
        t(lambda: v)
