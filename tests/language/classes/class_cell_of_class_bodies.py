# `__class__` in a class body is that of the class around; in its functions, that of the class itself.
class Outer:
    def method(self):
        class Inner:
            outer = __class__
            def own(self): return __class__
        return Inner
Inner = Outer().method()
print(Inner.outer is Outer, Inner().own() is Inner)

class Outer2:
    def method(self):
        class Inner:
            nonlocal __class__
            __class__ = 42
            def own(self): return __class__
        return __class__, Inner().own() is Inner
print(Outer2().method())

try:
    exec("class X:\n    __class__\n    def f(): __class__", globals(), {})
except NameError as e:
    print(type(e).__name__, e)

class Shadow:
    def f(self): return super().__init__() is None
    __class__ = 413
print(Shadow().f(), Shadow().__class__)

# An object that is a cell is not mistaken for the variable.
class S:
    def meth(self): return super()
cell = (lambda k: lambda: k)(S()).__closure__[0]
try:
    S.meth(cell)
except TypeError as e:
    print(e)

class Mine(super):
    def __init__(self, *args):
        super().__init__(*args)
class Base:
    def hello(self): return "hello"
class Derived(Base):
    def hello(self): return Mine(Derived, self).hello() + "!"
print(Derived().hello())
s = super(int, True)
super.__init__(s, bool, True)
print(s.__thisclass__, s.__self__, s.__self_class__)
s = super.__new__(super)
print(s, s.__thisclass__, s.__self__)
