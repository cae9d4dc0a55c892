# Changing a bytearray.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


data = bytearray(b"hello")
data.append(33)
data.extend(b"ab")
data.extend([1, 2])
print(data)  # expect: bytearray(b'hello!ab\x01\x02')
data.insert(0, 65)
data.insert(-1, 66)
data.insert(100, 67)
print(data)  # expect: bytearray(b'Ahello!ab\x01B\x02C')
print(data.pop(), data.pop(0), data)  # expect: 67 65 bytearray(b'hello!ab\x01B\x02')
data.remove(33)
data.reverse()
print(data)  # expect: bytearray(b'\x02B\x01baolleh')
data[0] = 90
data[1:3] = b"QQQ"
print(data)  # expect: bytearray(b'ZQQQbaolleh')
data[::2] = b"." * len(data[::2])
print(data)  # expect: bytearray(b'.Q.Q.a.l.e.')
del data[0]
del data[1:3]
del data[::2]
print(data)  # expect: bytearray(b'....')
data.clear()
print(data, data.copy())  # expect: bytearray(b'') bytearray(b'')
attempt(lambda: data.pop())  # expect: IndexError: pop from empty bytearray
attempt(lambda: data.append(256))  # expect: ValueError: byte must be in range(0, 256)
attempt(lambda: data.append("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
attempt(lambda: data.extend(5))  # expect: TypeError: can't extend bytearray with int
attempt(lambda: data.extend("ab"))  # expect: TypeError: expected iterable of integers; got: 'str'
attempt(lambda: data.remove(5))  # expect: ValueError: value not found in bytearray
attempt(lambda: data.__setitem__(0, 1))  # expect: IndexError: bytearray index out of range
attempt(lambda: data.__setitem__(slice(0, 1), 3))  # expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
attempt(lambda: hash(data))  # expect: TypeError: unhashable type: 'bytearray'
print(bytearray(b"it's"), bytearray(3), bytearray("é", "utf-8"), bytearray(range(3)))  # expect: bytearray(b"it\'s") bytearray(b'\x00\x00\x00') bytearray(b'\xc3\xa9') bytearray(b'\x00\x01\x02')
