# object.__str__ gives what __repr__ gives, and whoever asked complains about that.
class Repr:
    def __repr__(self): return 2
class Both(Repr):
    __str__ = object.__str__
class Text(str):
    pass
class Kept:
    def __repr__(self): return Text("kept")
def tried(f, *args):
    try:
        return f(*args)
    except TypeError as e:
        return f"TypeError: {e}"
print(tried(str, Repr()), tried(str, Both()), tried(repr, Both()), sep="\n")
print(object.__str__(Repr()), type(object.__str__(Kept())).__name__, type(str(Kept())).__name__, str(Kept()))
print(tried(print, Repr()), tried("{}".format, Repr()), tried("{!r}".format, Repr()), tried("%s".__mod__, (Repr(),)), sep="\n")
