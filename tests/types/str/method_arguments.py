# Wrong numbers of arguments for methods.
for f in (
    lambda: "a".upper(1),
    lambda: "a".replace("x"),
    lambda: "a".join(),
    lambda: "a".join("b", "c"),
    lambda: "a".find(),
    lambda: "a".split(bad=1),
    lambda: "a".zfill("x"),
    lambda: "a".startswith(),
):
    try:
        f()
    except TypeError as error:
        print(error)
        # expect: str.upper() takes no arguments (1 given)
        # expect: replace() takes at least 2 positional arguments (1 given)
        # expect: str.join() takes exactly one argument (0 given)
        # expect: str.join() takes exactly one argument (2 given)
        # expect: find expected at least 1 argument, got 0
        # expect: split() got an unexpected keyword argument 'bad'
        # expect: 'str' object cannot be interpreted as an integer
        # expect: startswith expected at least 1 argument, got 0
