# str() of things.
print(str())  # expect:
print(str(5))  # expect: 5
print(str(None))  # expect: None
print(str([1, "a"]))  # expect: [1, 'a']
print(str(b"ab"))  # expect: b'ab'
print(str(b"\xc3\xa9", "utf-8"))  # expect: é
print(str(b"\xff", errors="replace", encoding="utf-8"))  # expect: �
print(str(object=3))  # expect: 3
print(str(ValueError("x")))  # expect: x
try:
    str(5, "utf-8")
except TypeError as error:
    print(error)  # expect: decoding to str: need a bytes-like object, int found
try:
    b"\xff".decode()
except UnicodeDecodeError as error:
    print(error)  # expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
