# Methods of bytes.
print(b"a,b".split(b","))  # expect: [b'a', b'b']
print(b",".join([b"a", b"b"]))  # expect: b'a,b'
print(b" x ".strip())  # expect: b'x'
print(b"abc".find(b"c"))  # expect: 2
print(b"abc".replace(b"b", b"x"))  # expect: b'axc'
print(b"abc".upper())  # expect: b'ABC'
print(b"abc".startswith(b"a"))  # expect: True
print(b"abc".hex())  # expect: 616263
print(bytes.fromhex("61 62"))  # expect: b'ab'
print(b"abc".decode())  # expect: abc
print(b"a".center(3, b"-"))  # expect: b'-a-'
print(b"abc".count(b"b"))  # expect: 1
print(b"x=1".partition(b"="))  # expect: (b'x', b'=', b'1')
print(b"abc".hex(":"))  # expect: 61:62:63
print(b"12".isdigit())  # expect: True
