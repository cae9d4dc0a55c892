# A bytearray can be changed.
a = bytearray(b"abc")
a[0] = 120
a.append(100)
a += b"e"
a.extend([102])
print(a, len(a), a[1:3], bytes(a), a == b"xbcdef")  # expect: bytearray(b'xbcdef') 6 bytearray(b'bc') b'xbcdef' True
del a[0]
a[1:2] = b"ZZ"
print(a, a.pop(), a.decode())  # expect: bytearray(b'bZZde') 102 bZZde
try:
    a[0] = 300
except ValueError as error:
    print(error)  # expect: byte must be in range(0, 256)
