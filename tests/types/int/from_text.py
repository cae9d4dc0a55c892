# int() of text.
print(int("42"))  # expect: 42
print(int(" -7 "))  # expect: -7
print(int("1_000"))  # expect: 1000
print(int("ff", 16))  # expect: 255
print(int("0xff", 16))  # expect: 255
print(int("0b11", 0))  # expect: 3
print(int("z", 36))  # expect: 35
print(int("٣"))  # expect: 3
print(int("123456789012345678901234567890"))  # expect: 123456789012345678901234567890
print(int(b"12"))  # expect: 12
for text, base in (
    ("", 10),
    ("a", 10),
    ("1.5", 10),
    ("12", 2),
    ("1__0", 10),
    ("- 1", 10),
    ("0x", 16),
    ("9", 1),
):
    try:
        int(text, base)
    except ValueError as error:
        print(error)
        # expect: invalid literal for int() with base 10: ''
        # expect: invalid literal for int() with base 10: 'a'
        # expect: invalid literal for int() with base 10: '1.5'
        # expect: invalid literal for int() with base 2: '12'
        # expect: invalid literal for int() with base 10: '1__0'
        # expect: invalid literal for int() with base 10: '- 1'
        # expect: invalid literal for int() with base 16: '0x'
        # expect: int() base must be >= 2 and <= 36, or 0
