# Replacing.
print("banana".replace("a", "o"))  # expect: bonono
print("banana".replace("a", "o", 2))  # expect: bonona
print("abc".replace("", "-"))  # expect: -a-b-c-
print("abc".replace("x", "y"))  # expect: abc
print("aaa".replace("aa", "b"))  # expect: ba
print("abc".replace("b", ""))  # expect: ac
table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table))  # expect: xxyyzz
print("abc".translate({97: None, 98: "BB", 99: 67}))  # expect: BBC
print(str.maketrans({"a": 1}))  # expect: {97: 1}
print("a\tb\tc".expandtabs(4))  # expect: a   b   c
print("01\t2".expandtabs())  # expect: 01      2
print("é".encode())  # expect: b'\xc3\xa9'
print("a".encode("utf-16-le"))  # expect: b'a\x00'
print("é".encode("latin-1"))  # expect: b'\xe9'
print("x".encode("ascii"))  # expect: b'x'
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error)  # expect: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
