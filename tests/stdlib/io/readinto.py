# Whatever lends writable bytes is read into; classes that can only read do so by that.
import array
import io

for make in lambda: io.BytesIO(b"abcdefgh"), lambda: io.BufferedReader(io.BytesIO(b"abcdefgh")):
    numbers = array.array("H", [0, 0])
    view = memoryview(bytearray(5))[1:4]
    file = make()
    print(file.readinto(numbers), numbers.tobytes(), file.readinto1(view), bytes(view), file.tell())
    for wrong in b"bytes", 5, memoryview(b"bytes"):
        try:
            file.readinto(wrong)
        except TypeError as error:
            print(error)


class Source(io.BufferedIOBase):
    def read(self, size):
        return b"read" * 2

    def read1(self, size):
        return b"one"[:size]


room = bytearray(8)
print(Source().readinto(room), room, Source().readinto1(room), room)
try:
    Source().readinto(bytearray(3))
except ValueError as error:
    print(error)

# The bytes of a file in memory, seen without a copy.
file = io.BytesIO(b"1234567890")
with file.getbuffer() as view:
    view[3:6] = b"abc"
    file.seek(0)
    print(view.tobytes(), view.readonly)
    for change in lambda: file.write(b"_"), lambda: file.truncate(2), lambda: file.seek(0, 2) and file.write(b"x"), file.close:
        try:
            change()
        except BufferError as error:
            print(error)
file.truncate(4)
print(file.getvalue())


class Slow(io.RawIOBase):
    answers = [b"ab", None, b"c", None, None]

    def readable(self):
        return True

    def readinto(self, buffer):
        answer = self.answers.pop(0) if self.answers else b""
        if answer is None:
            return None
        buffer[:len(answer)] = answer
        return len(answer)


slow = io.BufferedReader(Slow())
print(slow.read(5), slow.read(), slow.read(), slow.read())
try:
    slow.read(-2)
except ValueError as error:
    print(error)
