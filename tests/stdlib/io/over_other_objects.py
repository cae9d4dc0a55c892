# Buffered files and files of text over objects of a script's classes.
import io


class Raw(io.RawIOBase):
    def __init__(self, data=b''):
        self.data = bytearray(data)
        self.at = 0

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, room):
        piece = self.data[self.at:self.at + min(len(room), 4)]
        room[:len(piece)] = piece
        self.at += len(piece)
        return len(piece)

    def write(self, data):
        data = bytes(data)
        self.data[self.at:self.at + len(data)] = data
        self.at += len(data)
        return len(data)

    def seek(self, offset, whence=0):
        self.at = offset + (0, self.at, len(self.data))[whence]
        return self.at

    def tell(self):
        return self.at


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


raw = Raw(b'one\ntwo\nthree\n')
reader = io.BufferedReader(raw)
print(type(reader).__name__, reader.raw is raw, reader.readable(), reader.seekable())
# expect: BufferedReader True True True
print(reader.readline(), reader.read(3), reader.tell())         # expect: b'one\n' b'two' 7
print(reader.seek(1), reader.read1(2), reader.read())           # expect: 1 b'ne' b'\ntwo\nthree\n'
print(list(io.BufferedReader(Raw(b'a\nb'))))                    # expect: [b'a\n', b'b']
show(lambda: reader.name)       # expect: AttributeError 'Raw' object has no attribute 'name'
reader.close()
print(reader.closed, raw.closed)                                # expect: True True
show(lambda: reader.read())     # expect: ValueError read of closed file

raw = Raw()
with io.BufferedWriter(raw) as writer:
    print(writer.write(b'abc'), writer.write(b'def'))           # expect: 3 3
print(raw.data)                 # expect: bytearray(b'abcdef')

raw = Raw('zwölf\r\ndreizehn\n'.encode())
text = io.TextIOWrapper(io.BufferedReader(raw), encoding='utf-8')
print(ascii(text.readline()), text.read(4), ascii(text.newlines))      # expect: 'zw\xf6lf\n' drei '\r\n'
print(type(text.buffer).__name__, type(text.detach()).__name__)        # expect: BufferedReader BufferedReader
show(lambda: text.read())       # expect: ValueError underlying buffer has been detached

raw = Raw()
text = io.TextIOWrapper(io.BufferedRandom(raw), encoding='latin-1', newline='\r\n')
print('é\n', file=text)
text.flush()
print(raw.data)                 # expect: bytearray(b'\xe9\r\n\r\n')


class OnlyRead(Raw):
    def writable(self):
        return False

    def seekable(self):
        return False


show(lambda: io.BufferedWriter(OnlyRead()))     # expect: UnsupportedOperation File or stream is not writable.
show(lambda: io.BufferedRandom(OnlyRead()))     # expect: UnsupportedOperation File or stream is not seekable.
show(lambda: io.BufferedReader(Raw(), 0))       # expect: ValueError buffer size must be strictly positive
pair = io.BufferedRWPair(Raw(b'in'), Raw())
print(pair.read(), pair.write(b'out'), pair.readable(), pair.writable(), pair.closed)   # expect: b'in' 3 True True False
pair.close()

for inside, outside in [(Raw(), io.RawIOBase), (io.BytesIO(), io.BufferedIOBase), (io.StringIO(), io.TextIOBase), (text, io.IOBase)]:
    print(isinstance(inside, outside), isinstance(inside, io.IOBase))
# expect: True True
# expect: True True
# expect: True True
# expect: True True


@io.TextIOBase.register
class Own:
    pass


print(isinstance(Own(), io.IOBase), type(io.IOBase).__name__)           # expect: True ABCMeta
print(sorted(io.__all__)[:3])   # expect: ['BlockingIOError', 'BufferedIOBase', 'BufferedRWPair']
