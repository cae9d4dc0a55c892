# What stands between and behind may be of a subclass of str, which says itself how it is written; so do functions.
import io


class Said(str):
    def __str__(self):
        return "<" + str.__str__(self) + ">"


print(1, 2, sep=Said(","), end=Said("!\n"))
print("-")
file = io.StringIO()
print(1, 2, 3, sep=Said(","), end=Said("."), file=file)
print(file.getvalue())
print((lambda: 0).__repr__()[:21])
for get in (lambda: tuple[3].copy, lambda: list[int].foo):
    try:
        get()
    except AttributeError as error:
        print(error)
for arguments in (({1}, "w\0"), (1j, "aaa"), ({1}, "w"), (1j, "rb", -1, "utf8"), (1j, "r")):
    try:
        open(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
