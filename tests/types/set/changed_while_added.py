# What equality changes while an item is being added to a set: who adds is content with an equal item, gone or not.
class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if armed:
            hook()
        return self.n == other.n

    def __repr__(self):
        return f'K{self.n}'


armed = False
hook = lambda: s.clear()
s = {Key(1), Key(2)}
armed = True
s.add(Key(1))
print(s)                    # expect: set()
armed = False
s = {Key(1), Key(2)}
armed = True
s |= {Key(1)}
print(s)                    # expect: set()
armed = False
s = {Key(1), Key(2)}
armed = True
print(Key(1) in s, s)       # expect: False set()

# A view that an index releases.
class Releases:
    def __index__(self):
        m.release()
        return 0


def show(f):
    global m
    m = memoryview(bytearray(4))
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: m[Releases()])
show(lambda: m.__setitem__(Releases(), 1))
show(lambda: m.__setitem__(0, Releases()))
show(lambda: m.__setitem__(slice(Releases(), 1), b'a'))
# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError operation forbidden on released memoryview object
