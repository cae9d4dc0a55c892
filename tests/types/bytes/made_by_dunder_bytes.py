# What __bytes__ and __str__ give may be of a subclass, which stays; another subclass makes its own of it.
class Text(str):
    pass


class OtherText(str):
    pass


class Data(bytes):
    pass


class OtherData(bytes):
    pass


class Gives:
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return self.value

    def __bytes__(self):
        return self.value


print(type(str(Gives(Text("a")))).__name__, type(OtherText(Gives(Text("a")))).__name__)  # expect: Text OtherText
print(type(bytes(Gives(Data(b"a")))).__name__, type(OtherData(Gives(Data(b"a")))).__name__)  # expect: Data OtherData
data = bytes([1, 2])
print(bytes(data) is data, bytes(Data(data)), type(bytes(Data(data))).__name__)  # expect: True b'\x01\x02' bytes
for value in "text", bytearray(b"a"):
    try:
        bytes(Gives(value))
    except TypeError as error:
        print(error)
        # expect: __bytes__ returned non-bytes (type str)
        # expect: __bytes__ returned non-bytes (type bytearray)
