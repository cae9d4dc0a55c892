# Methods with nothing to find.
a = [1]
for f in (
    lambda: [].pop(),
    lambda: a.pop(5),
    lambda: a.remove(9),
    lambda: a.index(9),
    lambda: a.extend(5),
    lambda: a.insert("x", 0),
    lambda: a.append(),
    lambda: a.append(1, 2),
    lambda: a.pop("x"),
    lambda: a.sort(lambda x: x),
    lambda: a.index(),
):
    try:
        f()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
        # expect: IndexError pop from empty list
        # expect: IndexError pop index out of range
        # expect: ValueError list.remove(x): x not in list
        # expect: ValueError 9 is not in list
        # expect: TypeError 'int' object is not iterable
        # expect: TypeError 'str' object cannot be interpreted as an integer
        # expect: TypeError list.append() takes exactly one argument (0 given)
        # expect: TypeError list.append() takes exactly one argument (2 given)
        # expect: TypeError 'str' object cannot be interpreted as an integer
        # expect: TypeError sort() takes no positional arguments
        # expect: TypeError index expected at least 1 argument, got 0
