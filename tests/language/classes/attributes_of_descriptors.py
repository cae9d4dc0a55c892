# Texts and annotations that descriptors take over; read-only parts; slots that are no place for others.
def f():
    "text of f"


def g(a: int) -> str:
    "text of g"


print(classmethod(g).__dict__)
print(staticmethod(f).__dict__)


class P(property):
    "text of P"


class X:
    @P
    def a(self):
        "text of a"

    b = P(lambda s: 1)
    c = P(lambda s: 1, doc="own")


print(X.a.__doc__, X.b.__doc__, X.c.__doc__, P.__doc__)


class B:
    y = 0
    __slots__ = ("z",)


def attempt(change):
    try:
        print(change())
    except Exception as error:
        print(type(error).__name__, error)


b = B()
for name in ("y", "q", "z"):
    attempt(lambda: setattr(b, name, 1))
    attempt(lambda: delattr(b, name))
attempt(lambda: setattr(property(), "fget", 3))
attempt(lambda: delattr([], "foo"))
