# What cannot be joined to a string.
for f in (
    lambda: "a" + 1,
    lambda: "a" + None,
    lambda: "a" * "b",
    lambda: "a" + b"b",
    lambda: 1 + "a",
    lambda: "a" in 1,
    lambda: 1 in "a",
):
    try:
        f()
    except TypeError as error:
        print(error)
        # expect: can only concatenate str (not "int") to str
        # expect: can only concatenate str (not "NoneType") to str
        # expect: can't multiply sequence by non-int of type 'str'
        # expect: can only concatenate str (not "bytes") to str
        # expect: unsupported operand type(s) for +: 'int' and 'str'
        # expect: argument of type 'int' is not iterable
        # expect: 'in <string>' requires string as left operand, not int
