# Methods of set.
s = {1, 2}
s.add(3); s.add(1)
s.discard(9); s.discard(2)
print(s, s.remove(1), s.pop(), s)  # expect: set() None 3 set()
s.update([5, 6], (7,))
print(s, s.copy() == s, s.copy() is s)  # expect: {5, 6, 7} True False
s.intersection_update([5, 7, 9]); print(s)  # expect: {5, 7}
s.difference_update({5}); print(s)  # expect: {7}
s.symmetric_difference_update([7, 8]); print(s)  # expect: {8}
s.clear(); print(s)  # expect: set()
for f in (
    lambda: {1}.remove(2),
    lambda: set().pop(),
    lambda: {1}.add([]),
    lambda: set(5),
    lambda: {1}.update(5),
):
    try:
        f()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: KeyError 2
        # expect: KeyError 'pop from an empty set'
        # expect: TypeError unhashable type: 'list'
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError 'int' object is not iterable
