# Slice indices and steps that cannot be.
a = [1, 2, 3]
for key in (slice(None, None, 0), slice("x"), 1.0, 5, "k", (1, 2), -4):
    try:
        a[key]
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
        # expect: ValueError slice step cannot be zero
        # expect: TypeError slice indices must be integers or None or have an __index__ method
        # expect: TypeError list indices must be integers or slices, not float
        # expect: IndexError list index out of range
        # expect: TypeError list indices must be integers or slices, not str
        # expect: TypeError list indices must be integers or slices, not tuple
        # expect: IndexError list index out of range
