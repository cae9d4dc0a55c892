# The right operand goes first when its class derives from that of the left one and has a method of its own.
class Base:
    def __add__(self, other):
        return "Base.__add__"

    def __radd__(self, other):
        return "Base.__radd__"

    def __lt__(self, other):
        return "Base.__lt__"

    def __gt__(self, other):
        return "Base.__gt__"


class Own(Base):
    def __radd__(self, other):
        return "Own.__radd__"


class Inherited(Base):
    pass


class Count(int):
    def __radd__(self, other):
        return "Count.__radd__"


print(Base() + Base())  # expect: Base.__add__
print(Base() + Own())  # expect: Own.__radd__
print(Base() + Inherited())  # expect: Base.__add__
print(Own() + Base())  # expect: Base.__add__
print(1 + Count(2))  # expect: Count.__radd__
print(Count(1) + 2)  # expect: 3
print(Count(1) + Count(2))  # expect: 3
print(True + Count(2))  # expect: 3
print(Base() < Base())  # expect: Base.__lt__
print(Base() < Inherited())  # expect: Base.__gt__
print(Inherited() < Base())  # expect: Base.__lt__
