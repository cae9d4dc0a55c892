# Where a class gives a string of a subclass, that object is the result.
class Text(str):
    pass


class Shown:
    def __repr__(self):
        return Text("x")

    __str__ = __repr__

    def __format__(self, spec):
        return Text("f")


o = Shown()
makers = (repr, str, ascii, format, "%s".__mod__, "%r".__mod__, "{}".format, "{!r}".format)
print(*[type(make(o)).__name__ for make in makers])  # expect: Text Text Text Text Text Text Text str
print(type(f"{o}").__name__, type(f"{o!r}").__name__, type(f"{o}.").__name__)  # expect: Text str str


class Loud(str):
    def __str__(self):
        return "loud"


l = Loud("quiet")
print("%s %r" % (l, l), "{}".format(l), f"{l}", str(l), format(l), "%s" % l)  # expect: loud 'quiet' loud loud loud loud loud

text = "abc"
print(text.__getnewargs__()[0] is text)  # expect: False
data = b"abc"
print(data.strip() is data, data.lstrip() is data, data.rstrip(b"z") is data)  # expect: True True True
c = 1 + 2j
print(complex(c) is c)  # expect: True


# Keywords that a built-in `__new__` or `__init__` does not take are for the other one, if a subclass has its own.
for base in (list, tuple, float, frozenset, set, map, filter):
    args = (len, []) if base in (map, filter) else () if base is float else ([],)

    class New(base):
        def __new__(cls, *args, more=None):
            return super().__new__(cls, *args)

    class Init(base):
        def __init__(self, *args, more=None):
            self.more = more

    class Plain(base):
        pass

    for cls in (New, Init, Plain):
        try:
            cls(*args, more=3)
            print("ok", end=" ")
        except TypeError as error:
            print(error, end=";")
print()  # expect: ok ok list() takes no keyword arguments;ok ok tuple() takes no keyword arguments;ok ok float() takes no keyword arguments;ok ok frozenset() takes no keyword arguments;set() takes no keyword arguments;ok set() takes no keyword arguments;ok ok map() takes no keyword arguments;ok ok filter() takes no keyword arguments;
for call in (lambda: str("a", "b", "c", "d"), lambda: str(object=1, encoding="a", errors="b", x=1), lambda: int(1, 2, 3)):
    try:
        call()
    except TypeError as error:
        print(error)
# expect: str expected at most 3 arguments, got 4
# expect: str() takes at most 3 keyword arguments (4 given)
# expect: int expected at most 2 arguments, got 3
