# Filling up to a width.
print("a".ljust(3) + "|")  # expect: a  |
print("a".rjust(3))  # expect:   a
print("ab".center(5, "*"))  # expect: **ab*
print("abc".center(6, "-"))  # expect: -abc--
print("5".zfill(3))  # expect: 005
print("-5".zfill(4))  # expect: -005
print("+5".zfill(4))  # expect: +005
print("abc".zfill(2))  # expect: abc
print("é".center(4) + "|")  # expect:  é  |
print("a".ljust(4, "."))  # expect: a...
try:
    "a".ljust(5, "xy")
except TypeError as error:
    print(error)  # expect: The fill character must be exactly one character long
