# What counts as false.
class Len:
    def __len__(self): return 0
class Bool:
    def __bool__(self): return False
for value in (0, 0.0, 0j, "", b"", (), [], {}, set(), range(0), None, False, Len(), Bool()):
    if value: print("never", value)
for value in (1, -0.5, " ", (0,), [0], {0: 0}, range(1), len, Len, ...):
    if not value: print("never", value)
class Bad:
    def __bool__(self): return 1
try:
    bool(Bad())
except TypeError as error:
    print(error)  # expect: __bool__ should return bool, returned int
class BadLen:
    def __len__(self): return -1
try:
    bool(BadLen())
except ValueError as error:
    print(error)  # expect: __len__() should return >= 0
