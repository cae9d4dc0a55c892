# Methods of float.
print((1.5).is_integer())  # expect: False
print((2.0).is_integer())  # expect: True
print((0.75).as_integer_ratio())  # expect: (3, 4)
print((255.5).hex())  # expect: 0x1.ff00000000000p+7
print(float.fromhex("0x1.8p3"))  # expect: 12.0
print((1.5).real)  # expect: 1.5
print((1.5).imag)  # expect: 0.0
print((2.5).conjugate())  # expect: 2.5
print((2.5).__trunc__())  # expect: 2
print((2.5).__floor__())  # expect: 2
print((2.5).__ceil__())  # expect: 3
