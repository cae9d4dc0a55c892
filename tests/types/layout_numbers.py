class Plain:
    pass


class Slots:
    __slots__ = ("a", "b")


class More(Slots):
    pass


class Number(int):
    pass


class Error(Exception):
    pass


class Meta(type):
    pass


for kind in (object, int, str, tuple, type, OSError, Plain, Slots, More, Number, Error, Meta):
    print(kind.__name__, kind.__basicsize__, kind.__itemsize__, kind.__dictoffset__, kind.__weakrefoffset__)
