# Joining.
print(",".join(["a", "b"]))  # expect: a,b
print("".join("abc"))  # expect: abc
print("-".join([]))  # expect:
print("-".join(["x"]))  # expect: x
print(", ".join(str(i) for i in range(3)))  # expect: 0, 1, 2
print("ab".join(("1", "2", "3")))  # expect: 1ab2ab3
for items in ([1, 2], ["a", None], 5):
    try:
        ",".join(items)
    except TypeError as error:
        print(error)
        # expect: sequence item 0: expected str instance, int found
        # expect: sequence item 1: expected str instance, NoneType found
        # expect: can only join an iterable
