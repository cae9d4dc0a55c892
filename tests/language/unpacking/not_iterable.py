class Refuses:
    __iter__ = None


class Nothing:
    pass


for value in (Refuses(), Nothing(), 5):
    try:
        a, b = value
    except TypeError as e:
        print(e)
    # expect: 'Refuses' object is not iterable
    # expect: cannot unpack non-iterable Nothing object
    # expect: cannot unpack non-iterable int object
