# Closed files cannot be iterated over; buffered files can be referred to weakly; no line buffering of bytes.
import collections, copy, io, tempfile, warnings, weakref


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


with tempfile.NamedTemporaryFile() as file:
    for mode in 'rb', 'r', 'wb':
        f = open(file.name, mode)
        print(weakref.ref(f)() is f)
        f.close()
        show(lambda: iter(f))
# expect: True
# expect: ValueError I/O operation on closed file.
# expect: True
# expect: ValueError I/O operation on closed file.
# expect: True
# expect: ValueError I/O operation on closed file.
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        open(file.name, 'rb', 1).close()
    print(caught[0].category.__name__, caught[0].message)
# expect: RuntimeWarning line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used


class Target:
    pass


t = Target()
r = weakref.ref(t)
print(copy.copy(r) is r, copy.deepcopy([r])[0] is r)            # expect: True True
print(list(copy.copy(iter(collections.deque([1, 2])))))         # expect: [1, 2]
print(collections._deque_iterator)                              # expect: <class 'collections._deque_iterator'>
