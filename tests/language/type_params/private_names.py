# Type parameters keep their names as written; what refers to them is mangled.
class Foo[__T]:
    param = __T
    def meth[__U](self, arg: __T, arg2: __U): return (__T, __U)
    type Alias[__V] = (__T, __V)
T = Foo.__type_params__[0]
U = Foo.meth.__type_params__[0]
V = Foo.Alias.__type_params__[0]
print(T.__name__, U.__name__, V.__name__, Foo.param is T, Foo.meth.__annotations__["arg"] is T, Foo.Alias.__value__ == (T, V))
print(type.__type_params__, object.__type_params__)
import weakref
def generic[A, *B, **C](): pass
for each in generic.__type_params__:
    print(weakref.ref(each)() is each)
def base(arg):
    class Base:
        __arg__ = arg
    return Base
class C[T]:
    T = "class"
    class Inner[U](base([T for _ in (1,)]), base(T)): pass
print(C.Inner.__bases__[0].__arg__ == [C.__type_params__[0]], C.Inner.__bases__[1].__arg__)
print([(c := 1) for a, (*b, C.x) in [(1, (2, 3))]], c, C.x)
