# Where an int is needed, only an int will do.
for f in (
    lambda: "a" * 1.5,
    lambda: list((1,))[1.0],
    lambda: range(2.5),
    lambda: str("abc")["1"],
    lambda: hex(1.5),
    lambda: chr("a"),
    lambda: [0] * "x",
):
    try:
        f()
    except TypeError as error:
        print(error)
        # expect: can't multiply sequence by non-int of type 'float'
        # expect: list indices must be integers or slices, not float
        # expect: 'float' object cannot be interpreted as an integer
        # expect: string indices must be integers, not 'str'
        # expect: 'float' object cannot be interpreted as an integer
        # expect: 'str' object cannot be interpreted as an integer
        # expect: can't multiply sequence by non-int of type 'str'
