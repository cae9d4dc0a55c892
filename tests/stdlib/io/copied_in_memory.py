# Files in memory are copied with what is in them, their place and their attributes.
import copy, io


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


b = io.BytesIO(b'abcdef')
b.read(2)
b.note = 1
print(b.__getstate__(), copy.copy(b).read(), copy.deepcopy(b).note)     # expect: (b'abcdef', 2, {'note': 1}) b'cdef' 1
s = io.StringIO('x\ny', newline='\r\n')
s.readline()
print(s.__getstate__(), copy.copy(s).read(), copy.copy(s).getvalue() == s.getvalue())
# expect: ('x\r\ny', '\r\n', 3, None) y True
b.__setstate__((b'new', 1, {'more': 2}))
print(b.read(), b.more)             # expect: b'ew' 2
show(lambda: b.__setstate__((b'', 0)))          # expect: TypeError _io.BytesIO.__setstate__ argument should be 3-tuple, got tuple
show(lambda: b.__setstate__((b'', '', None)))   # expect: TypeError second item of state must be an integer, not str
show(lambda: b.__setstate__((b'', -1, None)))   # expect: ValueError position value cannot be negative
show(lambda: s.__setstate__(('', '', 0, 5)))    # expect: TypeError fourth item of state should be a dict, got a int
show(lambda: b.truncate(-1))                    # expect: ValueError negative size value -1
show(lambda: s.truncate(-2))                    # expect: ValueError Negative size value -2


class Named(io.BytesIO):
    def __init__(self, data, name):
        super().__init__(data)
        self.name = name


n = Named(b'data', 'n')
print(n.read(), n.name, copy.copy(n).name, copy.copy(n).getvalue())     # expect: b'data' n n b'data'
n.__init__(b'again', 'm')
print(n.read(), n.name)             # expect: b'again' m
n.close()
show(lambda: n.__getstate__())      # expect: ValueError I/O operation on closed file.
