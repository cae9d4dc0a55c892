# None and its type.
print(None)  # expect: None
print(type(None))  # expect: <class 'NoneType'>
print(None is None)  # expect: True
print(bool(None))  # expect: False
print(None == 0)  # expect: False
print(repr(None))  # expect: None
print(hash(None) == hash(None))  # expect: True
print([None])  # expect: [None]
n = None
for f in (
    lambda: n + 1,
    lambda: n[0],
    lambda: n(),
    lambda: len(n),
    lambda: n.x,
    lambda: n < n,
    lambda: iter(n),
    lambda: setattr(n, "x", 1),
    lambda: n.__setitem__,
):
    try:
        f()
    except (TypeError, AttributeError) as error:
        print(error)
        # expect: unsupported operand type(s) for +: 'NoneType' and 'int'
        # expect: 'NoneType' object is not subscriptable
        # expect: 'NoneType' object is not callable
        # expect: object of type 'NoneType' has no len()
        # expect: 'NoneType' object has no attribute 'x'
        # expect: '<' not supported between instances of 'NoneType' and 'NoneType'
        # expect: 'NoneType' object is not iterable
        # expect: 'NoneType' object has no attribute 'x' and no __dict__ for setting new attributes
        # expect: 'NoneType' object has no attribute '__setitem__'
