# Reading, writing and deleting out of range.
a = [1, 2]
for name, f in (
    ("read", lambda: a[2]),
    ("write", lambda: a.__setitem__(2, 0)),
    ("delete", lambda: a.__delitem__(-3)),
    ("text", lambda: a["x"]),
):
    try:
        f()
    except (IndexError, TypeError) as error:
        print(name, error)
        # expect: read list index out of range
        # expect: write list assignment index out of range
        # expect: delete list assignment index out of range
        # expect: text list indices must be integers or slices, not str
try:
    a[5] = 1
except IndexError as error:
    print(error)  # expect: list assignment index out of range
try:
    del a[5]
except IndexError as error:
    print(error)  # expect: list assignment index out of range
