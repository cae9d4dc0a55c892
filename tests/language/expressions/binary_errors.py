# Operands that do not fit are named by type.
for f in (
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [] + (),
    lambda: None + 1,
    lambda: {} | [],
    lambda: 1 @ 2,
    lambda: "a" * "b",
    lambda: "a" - "b",
    lambda: -"a",
    lambda: ~1.5,
    lambda: 1 < "a",
    lambda: [] < {},
    lambda: 1 in 5,
    lambda: "a" % 1 if False else 5 << "x",
    lambda: 2 ** "x",
    lambda: 1 in "abc",
):
    try:
        f()
    except TypeError as error:
        print(error)
