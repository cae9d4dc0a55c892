# memoryview: a look at bytes without a copy.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


data = bytearray(b"hello world")
view = memoryview(data)
print(len(view), view[0], view[-1], bytes(view[6:]), view.tolist()[:3])  # expect: 11 104 100 b'world' [104, 101, 108]
print(view.readonly, view.itemsize, view.nbytes, view.format, view.shape, view.strides)  # expect: False 1 11 B (11,) (1,)
view[0] = 72
view[6:11] = b"earth"
print(data)  # expect: bytearray(b'Hello earth')
print(bytes(view[::-2]), view[::2].contiguous, view.obj is data)  # expect: b'hreolH' False True
attempt(lambda: view.__setitem__(0, 300))  # expect: ValueError: memoryview: invalid value for format 'B'
attempt(lambda: view.__setitem__(slice(0, 2), b"abc"))  # expect: ValueError: memoryview assignment: lvalue and rvalue have different structures
attempt(lambda: view[20])  # expect: IndexError: index out of bounds on dimension 1
attempt(lambda: view["a"])  # expect: TypeError: memoryview: invalid slice key
attempt(lambda: data.append(1))  # expect: BufferError: Existing exports of data: object cannot be re-sized
attempt(lambda: memoryview(b"abc").__setitem__(0, 1))  # expect: TypeError: cannot modify read-only memory
attempt(lambda: memoryview("text"))  # expect: TypeError: memoryview: a bytes-like object is required, not 'str'
print(memoryview(b"abc") == b"abc", hash(memoryview(b"abc")) == hash(b"abc"))  # expect: True True
attempt(lambda: hash(view))  # expect: ValueError: cannot hash writable memoryview object
print(memoryview(b"\x01\x02\x03\x04").cast("H").tolist(), memoryview(b"\xff").cast("b")[0])  # expect: [513, 1027] -1
attempt(lambda: memoryview(b"abc").cast("H"))  # expect: TypeError: memoryview: length is not a multiple of itemsize
view.release()
attempt(lambda: view[0])  # expect: ValueError: operation forbidden on released memoryview object
data.append(33)
print(data)  # expect: bytearray(b'Hello earth!')
with memoryview(data) as view:
    first = view[0]
print(first, list(memoryview(b"ab")), 97 in memoryview(b"ab"), b"".join([memoryview(b"x"), b"y"]))  # expect: 72 [97, 98] True b'xy'
