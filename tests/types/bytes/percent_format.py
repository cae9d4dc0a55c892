# The operator % on bytes.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(b"%d-%s-%x" % (5, b"ab", 255), b"%5d|%-5d|%05d" % (1, 2, 3))  # expect: b'5-ab-ff' b'    1|2    |00003'
print(b"%b %a %r" % (b"x", "é", "é"), b"%c%c" % (65, b"B"), b"%.2f" % 1.005)  # expect: b"x '\\xe9' '\\xe9'" b'AB' b'1.00'
print(b"%(a)s" % {b"a": b"v"}, b"%%" % (), bytearray(b"%s") % b"x")  # expect: b'v' b'%' bytearray(b'x')
attempt(lambda: b"%s" % "text")  # expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
attempt(lambda: b"%d" % "5")  # expect: TypeError: %d format: a real number is required, not str
attempt(lambda: b"%c" % 256)  # expect: OverflowError: %c arg not in range(256)
attempt(lambda: b"%c" % b"ab")  # expect: TypeError: %c requires an integer in range(256) or a single byte
attempt(lambda: b"%s %s" % (b"a",))  # expect: TypeError: not enough arguments for format string
attempt(lambda: b"%s" % (b"a", b"b"))  # expect: TypeError: not all arguments converted during bytes formatting
attempt(lambda: b"a" % b"b")  # expect: TypeError: not all arguments converted during bytes formatting
attempt(lambda: b"%f" % "a")  # expect: TypeError: float argument required, not str


class Data:
    def __bytes__(self):
        return b"data"


print(b"<%b>" % Data(), bytes(Data()))  # expect: b'<data>' b'data'
