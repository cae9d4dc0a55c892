# A text file over an object of a script: what it is asked for, in which pieces, and when it is flushed and closed.
import io


class Drops(io.RawIOBase):
    def __init__(self, data=b''):
        self.data, self.at, self.got = data, 0, []

    def readable(self): return True
    def writable(self): return True
    def seekable(self): return False

    def read(self, size=-1):
        part = self.data[self.at:self.at + 5]
        self.at += len(part)
        return part

    def write(self, data):
        self.got.append(bytes(data))
        return len(data)


with io.TextIOWrapper(Drops('één\ntwo\nthree'.encode()), 'utf-8') as text:
    print(text.readline(), text.read(), text.buffer.at)  # expect: één
    # expect:  two
    # expect: three 15
drops = Drops()
text = io.TextIOWrapper(drops, 'utf-8', write_through=True)
text.write('abc\n')
text.flush()
print(drops.got, text.buffer is drops)  # expect: [b'abc\n'] True
text.close()
print(drops.closed, text.closed)  # expect: True True
