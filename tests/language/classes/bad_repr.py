# `__repr__` must give a string.
class C:
    def __repr__(self):
        return 5
    def __str__(self):
        return None
try:
    repr(C())
except TypeError as error:
    print(error)  # expect: __repr__ returned non-string (type int)
try:
    str(C())
except TypeError as error:
    print(error)  # expect: __str__ returned non-string (type NoneType)
