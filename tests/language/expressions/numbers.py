# Literals in all bases, with underscores.
print(0xFF)  # expect: 255
print(0o17)  # expect: 15
print(0b1011)  # expect: 11
print(1_000_000)  # expect: 1000000
print(0x_ff)  # expect: 255
print(1e3)  # expect: 1000.0
print(1.5e-3)  # expect: 0.0015
print(.5)  # expect: 0.5
print(5.)  # expect: 5.0
print(1_0.0_1)  # expect: 10.01
print(00)  # expect: 0
print(3j)  # expect: 3j
print(1e400)  # expect: inf
