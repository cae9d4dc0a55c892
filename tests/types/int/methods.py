# Methods and attributes of int.
print((255).bit_length())  # expect: 8
print((0).bit_length())  # expect: 0
print((-256).bit_length())  # expect: 9
print((255).bit_count())  # expect: 8
print((5).real)  # expect: 5
print((5).imag)  # expect: 0
print((5).numerator)  # expect: 5
print((5).denominator)  # expect: 1
print((5).conjugate())  # expect: 5
print((5).is_integer())  # expect: True
print((1000).to_bytes(2, "big"))  # expect: b'\x03\xe8'
print((1000).to_bytes(4, "little"))  # expect: b'\xe8\x03\x00\x00'
print(int.from_bytes(b"\x03\xe8", "big"))  # expect: 1000
print(int.from_bytes(b"\xff", "big", signed=True))  # expect: -1
print((-1).to_bytes(2, "big", signed=True))  # expect: b'\xff\xff'
print((3).as_integer_ratio())  # expect: (3, 1)
try:
    (1000).to_bytes(1, "big")
except OverflowError as error:
    print(error)  # expect: int too big to convert
