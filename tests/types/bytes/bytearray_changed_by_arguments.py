# Arguments are converted before a method looks at the bytes, which the conversion may change.
class Clears:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        b.clear()
        return self.number


class Grows(Clears):
    def __index__(self):
        b.extend(b'xyz')
        return self.number


def show(f):
    global b
    b = bytearray(b'a b c')
    try:
        print(f(), b)
    except Exception as e:
        print(type(e).__name__, e, b)


show(lambda: b.__delitem__(Clears(0)))              # expect: IndexError bytearray index out of range bytearray(b'')
show(lambda: b.__getitem__(Clears(0)))              # expect: IndexError bytearray index out of range bytearray(b'')
show(lambda: b.__setitem__(Clears(-1), 5))          # expect: IndexError bytearray index out of range bytearray(b'')
show(lambda: b.__setitem__(4, Clears(5)))           # expect: IndexError bytearray index out of range bytearray(b'')
show(lambda: b.zfill(Grows(12)))                    # expect: bytearray(b'0000a b cxyz') bytearray(b'a b cxyz')
show(lambda: b.center(Clears(3)))                   # expect: bytearray(b'   ') bytearray(b'')
show(lambda: b.split(None, Grows(1)))               # expect: [bytearray(b'a'), bytearray(b'b cxyz')] bytearray(b'a b cxyz')
show(lambda: b.rsplit(b' ', Clears(1)))             # expect: [bytearray(b'')] bytearray(b'')
show(lambda: b.replace(b' ', b'-', Grows(9)))       # expect: bytearray(b'a-b-cxyz') bytearray(b'a b cxyz')
show(lambda: b.find(b'x', Grows(0)))                # expect: 5 bytearray(b'a b cxyz')
show(lambda: b.count(b'x', Grows(0)))               # expect: 1 bytearray(b'a b cxyz')
show(lambda: b.startswith(b'y', Grows(6)))          # expect: True bytearray(b'a b cxyz')
show(lambda: b.expandtabs(Clears(1)))               # expect: bytearray(b'') bytearray(b'')
show(lambda: b.hex(':', Grows(4)))                  # expect: 61206220:6378797a bytearray(b'a b cxyz')
show(lambda: Clears(97) in b)                       # expect: False bytearray(b'')


def breaks():
    yield b'x'
    b.clear()


show(lambda: b.join(breaks()))
# expect: BufferError Existing exports of data: object cannot be re-sized bytearray(b'a b c')
show(lambda: b.__iadd__(b))
# expect: BufferError Existing exports of data: object cannot be re-sized bytearray(b'a b c')
show(lambda: b.extend(b))                           # expect: None bytearray(b'a b ca b c')
show(lambda: b.__setitem__(slice(1, -1, 2), b''))   # expect: None bytearray(b'abc')


class Told(str):
    def __bytes__(self):
        return b'told'


print(bytes(Told('x')))                             # expect: b'told'
show(lambda: bytearray(Told('x')))
# expect: TypeError string argument without an encoding bytearray(b'a b c')


class Kept(bytearray):
    pass


k = Kept(b'\xe9')
k.note = 1
print(k.__reduce_ex__(2))                           # expect: (<class '__main__.Kept'>, ('é', 'latin-1'), {'note': 1})
print(k.__reduce_ex__(3))                           # expect: (<class '__main__.Kept'>, (b'\xe9',), {'note': 1})
