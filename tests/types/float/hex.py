# Floats as hexadecimal texts, exact ratios.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


print((1.0).hex(), (0.1).hex(), (-2.5).hex(), (0.0).hex(), (-0.0).hex())  # expect: 0x1.0000000000000p+0 0x1.999999999999ap-4 -0x1.4000000000000p+1 0x0.0p+0 -0x0.0p+0
print((5e-324).hex(), float("inf").hex(), float("nan").hex())  # expect: 0x0.0000000000001p-1022 inf nan
print(float.fromhex("0x1.8p1"), float.fromhex("ff"), float.fromhex(" -0x.8 "), float.fromhex("inf"))  # expect: 3.0 255.0 -0.5 inf
print(float.fromhex("0x1p-1075"), float.fromhex("0x1.00000000000008p0"), float.fromhex("0x1.00000000000018p0"))  # expect: 0.0 1.0 1.0000000000000004
attempt(lambda: float.fromhex("0x1p1024"))  # expect: OverflowError: hexadecimal value too large to represent as a float
attempt(lambda: float.fromhex("0x"))  # expect: ValueError: invalid hexadecimal floating-point string
attempt(lambda: float.fromhex("1_0"))  # expect: ValueError: invalid hexadecimal floating-point string
print((0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (0.1).as_integer_ratio())  # expect: (3, 4) (-5, 2) (3602879701896397, 36028797018963968)
attempt(lambda: float("inf").as_integer_ratio())  # expect: OverflowError: cannot convert Infinity to integer ratio
attempt(lambda: float("nan").as_integer_ratio())  # expect: ValueError: cannot convert NaN to integer ratio
print((2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer())  # expect: True False False
