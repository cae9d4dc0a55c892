# Files whose classes have an __init__ of their own, which hands on what it likes.
import io


class Text(io.TextIOWrapper):
    def __init__(self):
        super().__init__(io.BytesIO(b"x\ny"), encoding="UTF-8", newline="")


class Reader(io.BufferedReader):
    def __init__(self, number):
        self.number = number
        super().__init__(raw=io.BytesIO(b"abc" * number))


class Writer(io.BufferedWriter):
    def __init__(self):
        super().__init__(io.BytesIO(), 16)


class Random(io.BufferedRandom):
    def __init__(self):
        super().__init__(io.BytesIO(b"xyz"))


class Raw(io.FileIO):
    def __init__(self):
        super().__init__("/dev/null", mode="r")


print(Text().read().split())  # expect: ['x', 'y']
reader = Reader(2)
print(reader.read(4), reader.number, isinstance(reader, io.BufferedReader))  # expect: b'abca' 2 True
writer = Writer()
print(writer.write(b"data"), writer.flush(), writer.raw.getvalue())  # expect: 4 None b'data'
print(Random().read())  # expect: b'xyz'
with Raw() as raw:
    print(raw.read(), raw.name, raw.mode)  # expect: b'' /dev/null rb
for make in (io.TextIOWrapper, io.BufferedReader, io.FileIO):
    try:
        make()
    except TypeError as error:
        print(error)
# expect: TextIOWrapper() missing required argument 'buffer' (pos 1)
# expect: BufferedReader() missing required argument 'raw' (pos 1)
# expect: FileIO() missing required argument 'file' (pos 1)
