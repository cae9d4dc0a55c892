# What built-in functions say about wrong arguments.
def refused(function, *args, **kwargs):
    try:
        print("given", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


refused(sorted, [1], 2)  # expect: TypeError sorted expected 1 argument, got 2
refused(len, 5)  # expect: TypeError object of type 'int' has no len()
refused(max)  # expect: TypeError max expected at least 1 argument, got 0
refused(max, [])  # expect: ValueError max() iterable argument is empty
refused(max, 1, 2, default=3)  # expect: TypeError Cannot specify a default for max() with multiple positional arguments
refused(sum, ["a"], "")  # expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
refused(round, "a")  # expect: TypeError type str doesn't define __round__ method
refused(pow, 2, 3, 0)  # expect: ValueError pow() 3rd argument cannot be 0
refused(chr, -1)  # expect: ValueError chr() arg not in range(0x110000)
refused(ord, "ab")  # expect: TypeError ord() expected a character, but string of length 2 found
refused(isinstance, 1, 5)  # expect: TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
refused(getattr, 1, 5)  # expect: TypeError attribute name must be string, not 'int'
refused(iter, 1, 2)  # expect: TypeError iter(v, w): v must be callable
refused(next, [])  # expect: TypeError 'list' object is not an iterator
refused(map, int)  # expect: TypeError map() must have at least two arguments.
refused(zip, 1)  # expect: TypeError 'int' object is not iterable
refused(reversed, {1})  # expect: TypeError 'set' object is not reversible
refused(vars, 1)  # expect: TypeError vars() argument must have __dict__ attribute
refused(print, sep=1)  # expect: TypeError sep must be None or a string, not int
refused([].sort, 1)  # expect: TypeError sort() takes no positional arguments
refused(list, 1, 2)  # expect: TypeError list expected at most 1 argument, got 2
refused(list, x=1)  # expect: TypeError list() takes no keyword arguments
refused(dict, 1, 2)  # expect: TypeError dict expected at most 1 argument, got 2
refused(range, 1, 2, 0)  # expect: ValueError range() arg 3 must not be zero
refused(format, 1, 2)  # expect: TypeError format() argument 2 must be str, not int
refused(lambda: list(zip([1], [1], [1, 2], strict=True)))  # expect: ValueError zip() argument 3 is longer than arguments 1-2
