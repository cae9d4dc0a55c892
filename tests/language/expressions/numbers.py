# Literals in all bases, with underscores.
print(0xFF, 0o17, 0b1011, 1_000_000, 0x_ff, 1e3, 1.5e-3, .5, 5., 1_0.0_1, 00, 3j, 1e400)  # expect: 255 15 11 1000000 255 1000.0 0.0015 0.5 5.0 10.01 0 3j inf
