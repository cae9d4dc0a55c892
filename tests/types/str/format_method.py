# str.format with its fields.
class P: x = 5
print("{} {}".format(1, 2))  # expect: 1 2
print("{1} {0} {1}".format("a", "b"))  # expect: b a b
print("{name:>5}|".format(name="x"))  # expect:     x|
print("{0[1]} {0[k]}".format({"k": "v", 1: "one"}) if False else "{0[1]}".format([1, 2]))  # expect: 2
print("{0.x}".format(P))  # expect: 5
print("{!r:>5}".format("a"))  # expect:   'a'
print("{{}}".format())  # expect: {}
print("{:{}}|".format("a", 4))  # expect: a   |
print("{:{w}.{p}f}".format(3.14159, w=8, p=2))  # expect:     3.14
print("{a[k]}".format(a={"k": 1}))  # expect: 1
for f in (
    lambda: "{}".format(),
    lambda: "{a}".format(),
    lambda: "{".format(),
    lambda: "}".format(),
    lambda: "{0} {}".format(1, 2),
    lambda: "{!x}".format(1),
    lambda: "{:d}".format("a"),
):
    try:
        f()
    except (IndexError, KeyError, ValueError) as error:
        print(type(error).__name__, error)
        # expect: IndexError Replacement index 0 out of range for positional args tuple
        # expect: KeyError 'a'
        # expect: ValueError Single '{' encountered in format string
        # expect: ValueError Single '}' encountered in format string
        # expect: ValueError cannot switch from manual field specification to automatic field numbering
        # expect: ValueError Unknown conversion specifier x
        # expect: ValueError Unknown format code 'd' for object of type 'str'
