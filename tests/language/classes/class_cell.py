# __class__: its cell goes through the namespace, and is checked; a metaclass's own mro().
class Lost(type):
    def __new__(cls, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(cls, name, bases, namespace)


class Wrong(type):
    def __new__(cls, name, bases, namespace, cell=None):
        namespace["__classcell__"] = cell
        return super().__new__(cls, name, bases, namespace)


class Other(type):
    def __new__(cls, name, bases, namespace):
        made = super().__new__(cls, name, bases, namespace)
        type("Later", (), {"__classcell__": namespace["__classcell__"]} if "__classcell__" in namespace else {})
        return made


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def lost():
    class A(metaclass=Lost):
        def f(self):
            return __class__


def wrong():
    class A(metaclass=Wrong, cell=3):
        def f(self):
            return __class__


def other():
    class A(metaclass=Other):
        def f(self):
            return __class__


attempt(lost)
attempt(wrong)
attempt(other)


class Line(type):
    def mro(cls):
        if "seen" in cls.__dict__:
            print("in mro:", cls.__dict__["seen"]() is cls)
        return super().mro()[::1]


class A(metaclass=Line):
    def seen():
        return __class__


class Bad(type):
    def mro(cls):
        return [cls, 1]


class Unfit(type):
    def mro(cls):
        return [cls, int, object]


attempt(lambda: Bad("B", (), {}))
attempt(lambda: Unfit("B", (), {}))


class X:
    pass


class Y(X):
    pass


class Free(type):
    def mro(cls):
        return [cls, X, Y, object]


print([each.__name__ for each in Free("Z", (X, Y), {}).__mro__])
