# int.to_bytes and int.from_bytes.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


print((1000).to_bytes(2), (1000).to_bytes(2, "little"), (65).to_bytes())  # expect: b'\x03\xe8' b'\xe8\x03' b'A'
print((-2).to_bytes(2, signed=True), (0).to_bytes(0), (127).to_bytes(1, signed=True))  # expect: b'\xff\xfe' b'' b'\x7f'
print((2**70).to_bytes(9, "big"))  # expect: b'@\x00\x00\x00\x00\x00\x00\x00\x00'
attempt(lambda: (256).to_bytes(1))  # expect: OverflowError: int too big to convert
attempt(lambda: (128).to_bytes(1, signed=True))  # expect: OverflowError: int too big to convert
attempt(lambda: (-1).to_bytes(1))  # expect: OverflowError: can't convert negative int to unsigned
attempt(lambda: (1).to_bytes(-1))  # expect: ValueError: length argument must be non-negative
attempt(lambda: (1).to_bytes(1, "middle"))  # expect: ValueError: byteorder must be either 'little' or 'big'
attempt(lambda: (1).to_bytes(1, 5))  # expect: TypeError: to_bytes() argument 'byteorder' must be str, not int
print(int.from_bytes(b"\x03\xe8"), int.from_bytes(b"\xe8\x03", "little"))  # expect: 1000 1000
print(int.from_bytes(b"\xff\xfe", signed=True), int.from_bytes(b""), int.from_bytes([1, 2]))  # expect: -2 0 258
print(int.from_bytes(b"\x01" * 9), bool.from_bytes(b"\x02"))  # expect: 18519084246547628289 True
attempt(lambda: int.from_bytes("ab"))  # expect: TypeError: cannot convert 'str' object to bytes
attempt(lambda: int.from_bytes([256]))  # expect: ValueError: bytes must be in range(0, 256)
print((255).bit_length(), (-256).bit_length(), (0).bit_length(), (2**70).bit_length())  # expect: 8 9 0 71
print((255).bit_count(), (-7).bit_count(), (2**70 - 1).bit_count())  # expect: 8 3 70
