def said(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Right:
    def __rpow__(self, other):
        return "rpow"


class Index:
    def __index__(self):
        return None


class Sized:
    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        print("len", end=" ")
        return 1.5

    def __length_hint__(self):
        print("hint", end=" ")
        return 3


class Text(str):
    pass


said(lambda: 2 ** Right())  # expect: rpow
said(lambda: pow(Right(), 2, 3))  # expect: AttributeError __pow__
said(lambda: bytes(Index()))  # expect: TypeError cannot convert 'Index' object to bytes
said(lambda: bytearray(Index()))  # expect: TypeError cannot convert 'Index' object to bytearray
said(lambda: list(Sized()))  # expect: len hint [1, 2]
print(type(iter("a")).__name__, type(iter(Text("a"))).__name__)  # expect: str_ascii_iterator str_iterator
