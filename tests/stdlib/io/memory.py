# Files in memory.
import io

text = io.StringIO("one\ntwo\nthrée")
print(repr(text.read(2)), repr(text.readline()), text.readlines(), repr(text.read()))  # expect: 'on' 'e\n' ['two\n', 'thrée'] ''
text.seek(0)
print(text.write("XYZ"), repr(text.getvalue()), text.tell())  # expect: 3 'XYZ\ntwo\nthrée' 3
text.seek(15)
text.write("!")
print(repr(text.getvalue()))  # expect: 'XYZ\ntwo\nthrée\x00\x00!'
print(text.truncate(5), repr(text.getvalue()))  # expect: 5 'XYZ\nt'
print("printed", 5, file=text)
print(repr(text.getvalue()))  # expect: 'XYZ\nt\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00printed 5\n'
print(list(io.StringIO("a\nb")))  # expect: ['a\n', 'b']
print(repr(io.StringIO("a\r\nb\rc", newline=None).getvalue()))  # expect: 'a\nb\nc'
data = io.BytesIO(b"one\ntwo")
print(data.read(2), data.readline(), data.read())  # expect: b'on' b'e\n' b'two'
data.seek(-3, io.SEEK_END)
data.write(b"2")
print(data.getvalue())  # expect: b'one\n2wo'
wrapped = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="\r\n")
wrapped.write("é\n")
wrapped.flush()
print(wrapped.buffer.getvalue())  # expect: b'\xe9\r\n'


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


with Upper() as upper:
    print("abc", file=upper)
    print(upper.getvalue(), end="")  # expect: ABC


class Lines(io.RawIOBase):
    def __init__(self):
        self.parts = [b"a", b"\n", b"b"]

    def readable(self):
        return True

    def readinto(self, buffer):
        part = self.parts.pop(0) if self.parts else b""
        buffer[: len(part)] = part
        return len(part)


print(list(Lines()), Lines().read())  # expect: [b'a\n', b'b'] b'a\nb'
for action in (text.close, text.read, lambda: data.write("a"), lambda: io.StringIO(5), lambda: upper.getvalue()):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError I/O operation on closed file
        # expect: TypeError a bytes-like object is required, not 'str'
        # expect: TypeError initial_value must be str or None, not int
        # expect: ValueError I/O operation on closed file
