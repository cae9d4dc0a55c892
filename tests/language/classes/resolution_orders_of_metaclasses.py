# A metaclass says what the resolution order is: the class itself may stand anywhere in it, or nowhere.
class A:
    def f(self): return "A"
class B(A): pass
class C(A):
    def f(self): return "C"
class Reversed(type):
    def mro(cls):
        line = type.mro(cls)
        line.reverse()
        return line
class X(B, C, metaclass=Reversed):
    def f(self): return "X"
print([c.__name__ for c in X.__mro__], X().f(), isinstance(X(), A), issubclass(X, X))
class Y(X):
    pass
print([c.__name__ for c in Y.__mro__], Y().f())
print(super(A, X).__thisclass__.__name__, super(A, X()).f())

class Vanishing(type):
    def mro(cls):
        del Vanishing.mro
        return (B,)
try:
    class Z(metaclass=Vanishing): pass
except TypeError as e:
    print(e)

# What fails half way leaves all as it was.
class Once(type):
    def __new__(meta, name, bases, ns):
        cls = super().__new__(meta, name, bases, ns)
        cls.used = True
        return cls
    def mro(cls):
        if "used" in cls.__dict__:
            raise RuntimeError("bozo")
        return type.mro(cls)
class P: pass
class Q: pass
class D(P): pass
class E(D): pass
class F(D, metaclass=Once): pass
class G(E): pass
before = [c.__mro__ for c in (D, E, F, G)]
try:
    D.__bases__ = (Q,)
except RuntimeError as e:
    print(e, before == [c.__mro__ for c in (D, E, F, G)], D.__bases__ == (P,))

# A change of bases reaches all classes below.
class D2(P): pass
class E2(D2): pass
class F2(E2): pass
D2.__bases__ = (Q,)
print([c.__name__ for c in F2.__mro__])
