import gc
import weakref


class Meta(type):
    def __getattr__(cls, name):
        return "meta." + name

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class A(metaclass=Meta):
    pass


try:
    A[1]
except TypeError as e:
    print(e)  # expect: 'str' object is not callable
print((A | None).__args__[1])  # expect: <class 'NoneType'>


class B(Exception):
    def __rdivmod__(self, other):
        print("rdivmod", end=" ")
        return NotImplemented


try:
    divmod(1, B())
except TypeError as e:
    print(e)  # expect: rdivmod unsupported operand type(s) for divmod(): 'int' and 'B'


def made():
    class C:
        pass

    return weakref.ref(C)


gc.disable()
kept = made()
print(kept() is None)  # expect: False
gc.collect()
print(kept() is None)  # expect: True
