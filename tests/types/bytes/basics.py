# Bytes are sequences of small ints.
b = b"hello\x00\xff"
print(b)  # expect: b'hello\x00\xff'
print(len(b))  # expect: 7
print(b[0])  # expect: 104
print(b[-1])  # expect: 255
print(b[1:3])  # expect: b'el'
print(b"l" in b)  # expect: True
print(104 in b)  # expect: True
print(b + b"!")  # expect: b'hello\x00\xff!'
print(b * 2)  # expect: b'hello\x00\xffhello\x00\xff'
print(list(b[:3]))  # expect: [104, 101, 108]
print(b == b"hello\x00\xff")  # expect: True
print(b < b"i")  # expect: True
print(hash(b"") == hash(b""))  # expect: True
print(bytes(3))  # expect: b'\x00\x00\x00'
print(bytes([65, 66]))  # expect: b'AB'
print(bytes("é", "utf-8"))  # expect: b'\xc3\xa9'
print(bytes(b"x"))  # expect: b'x'
print(repr(b"it's"))  # expect: b"it's"
print(repr(b'"'))  # expect: b'"'
print(b"\t\n\r\\")  # expect: b'\t\n\r\\'
for f in (
    lambda: bytes([256]),
    lambda: bytes("a"),
    lambda: b[50],
    lambda: bytes(-1),
    lambda: b + "a",
    lambda: bytes(["a"]),
):
    try:
        f()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
        # expect: ValueError bytes must be in range(0, 256)
        # expect: TypeError string argument without an encoding
        # expect: IndexError index out of range
        # expect: ValueError negative count
        # expect: TypeError can't concat str to bytes
        # expect: TypeError 'str' object cannot be interpreted as an integer
