# Special methods that give something of the wrong type.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Wrong:
    def __init__(self, result):
        self.result = result

    def give(self, *args):
        return self.result

    __str__ = __repr__ = __len__ = __bool__ = __hash__ = __index__ = give
    __int__ = __float__ = __complex__ = __bytes__ = __format__ = give


attempt(lambda: str(Wrong(1)))  # expect: TypeError: __str__ returned non-string (type int)
attempt(lambda: repr(Wrong(None)))  # expect: TypeError: __repr__ returned non-string (type NoneType)
attempt(lambda: len(Wrong("a")))  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(lambda: len(Wrong(-1)))  # expect: ValueError: __len__() should return >= 0
attempt(lambda: len(Wrong(2**70)))  # expect: OverflowError: cannot fit 'int' into an index-sized integer
attempt(lambda: bool(Wrong(1)))  # expect: TypeError: __bool__ should return bool, returned int
attempt(lambda: hash(Wrong("a")))  # expect: TypeError: __hash__ method should return an integer
print(hash(Wrong(-1)), hash(Wrong(2**61 - 1)), hash(Wrong(2**64)))  # expect: -2 2305843009213693951 8
attempt(lambda: [1][Wrong("a")])  # expect: TypeError: __index__ returned non-int (type str)
attempt(lambda: "a" * Wrong(1.5))  # expect: TypeError: __index__ returned non-int (type float)
attempt(lambda: int(Wrong(1.5)))  # expect: TypeError: __int__ returned non-int (type float)
attempt(lambda: float(Wrong(1)))  # expect: TypeError: Wrong.__float__ returned non-float (type int)
attempt(lambda: complex(Wrong(1)))  # expect: TypeError: __complex__ returned non-complex (type int)
attempt(lambda: bytes(Wrong("a")))  # expect: TypeError: __bytes__ returned non-bytes (type str)
attempt(lambda: format(Wrong(1)))  # expect: TypeError: __format__ must return a str, not int
attempt(lambda: "{}".format(Wrong(b"a")))  # expect: TypeError: __format__ must return a str, not bytes
