# Ranges are lazy sequences.
r = range(2, 11, 3)
print(r)  # expect: range(2, 11, 3)
print(list(r))  # expect: [2, 5, 8]
print(len(r))  # expect: 3
print(r[0])  # expect: 2
print(r[-1])  # expect: 8
print(r[1:])  # expect: range(5, 11, 3)
print(5 in r)  # expect: True
print(6 in r)  # expect: False
print(r.start)  # expect: 2
print(r.stop)  # expect: 11
print(r.step)  # expect: 3
print(r.index(8))  # expect: 2
print(r.count(5))  # expect: 1
print(range(5))  # expect: range(0, 5)
print(range(0))  # expect: range(0, 0)
print(list(range(5, 0, -2)))  # expect: [5, 3, 1]
print(list(reversed(r)))  # expect: [8, 5, 2]
print(r == range(2, 12, 3))  # expect: False
print(hash(r) == hash(range(2, 12, 3)))  # expect: False
print(bool(range(0)))  # expect: False
print(5.0 in r)  # expect: True
print("a" in r)  # expect: False
for f in (
    lambda: range(1, 2, 0),
    lambda: r[9],
    lambda: range(1.5),
    lambda: range(),
    lambda: r.index(6),
    lambda: range("a"),
    lambda: range(1, 2, 3, 4),
):
    try:
        f()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: ValueError range() arg 3 must not be zero
        # expect: IndexError range object index out of range
        # expect: TypeError 'float' object cannot be interpreted as an integer
        # expect: TypeError range expected at least 1 argument, got 0
        # expect: ValueError 6 is not in range
        # expect: TypeError 'str' object cannot be interpreted as an integer
        # expect: TypeError range expected at most 3 arguments, got 4
