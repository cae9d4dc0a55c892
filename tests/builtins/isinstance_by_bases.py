# What has `__bases__` stands for a class.
class Kind:
    def __init__(self, *bases):
        self.__bases__ = bases


class Thing:
    def __init__(self, kind):
        self.kind = kind

    @property
    def __class__(self):
        return self.kind


a = Kind()
b = Kind(a)
print(isinstance(Thing(b), a), isinstance(Thing(a), b), issubclass(b, a), issubclass(a, b))  # expect: True False True False
print(isinstance(1, a), isinstance(Thing(b), (int, a)))  # expect: False True
try:
    isinstance(1, 2)
except TypeError as error:
    print(error)  # expect: isinstance() arg 2 must be a type, a tuple of types, or a union


# A comparison that empties both lists leaves them equal.
class X:
    def __eq__(self, other):
        right.clear()
        return NotImplemented


class Y:
    def __eq__(self, other):
        left.clear()
        return NotImplemented


left, right = [X()], [Y()]
print(left == right)  # expect: True

# A function that uses up its own iterator ends it.
def spam():
    if spam.inner:
        return 2
    spam.inner = True
    list(spam.iterator)
    return 1


spam.inner = False
spam.iterator = iter(spam, 2)
print(next(spam.iterator, "end"))  # expect: end
