class W(str):
    def __mul__(self, other):
        return "mul"


def in_place(a, b):
    a *= b
    return a


def said(f, *args):
    try:
        print(f(*args))
    except TypeError as e:
        print(e)


v = W("ab")
said(lambda: v * [1])  # expect: mul
said(lambda: [1] * v)  # expect: 'list' object cannot be interpreted as an integer
said(in_place, [1], v)  # expect: 'list' object cannot be interpreted as an integer
said(in_place, {}, v)  # expect: 'dict' object cannot be interpreted as an integer
said(lambda: {} * "a")  # expect: can't multiply sequence by non-int of type 'dict'
said(in_place, {}, "a")  # expect: unsupported operand type(s) for *=: 'dict' and 'str'
said(in_place, 1.5, "a")  # expect: can't multiply sequence by non-int of type 'float'
