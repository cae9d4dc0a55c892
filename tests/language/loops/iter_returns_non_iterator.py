# `__iter__` must give an iterator.
class C:
    def __iter__(self): return 5
for x in C(): pass  # expect error: TypeError: iter() returned non-iterator of type 'int'
