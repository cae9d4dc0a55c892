# Type parameters: scopes, laziness, classes, functions, aliases.
def f[T, *Ts, **P](x: T, *a: *Ts) -> T: return x
print(f.__type_params__, f.__name__, f.__qualname__, f.__annotations__)
class C[T: int, U: (str, bytes) = str]:
    "doc"
    x: T
    def m[V](self, a: T, b: V): return T, V
print(C.__type_params__, C.__bases__, C.__orig_bases__, C.__parameters__, C.__doc__, C.__mro__)
T, U = C.__type_params__
print(T.__bound__, T.__constraints__, U.__constraints__, U.__default__, T.__default__, U.has_default(), T.has_default())
print(C().m.__annotations__, C.m.__type_params__, C.m.__qualname__, C().m(1, 2))
type A[X] = list[X] | int
print(A, A.__value__, A.__type_params__, A[int], A[int].__args__, type(A), A.__module__, A.__parameters__)
type Rec = list[Rec]
print(Rec.__value__)
type Lazy = undefined_name
try: Lazy.__value__
except NameError as e: print(e)
def g[T: undefined]() : pass
try: g.__type_params__[0].__bound__
except NameError as e: print(e)
undefined = 5
print(g.__type_params__[0].__bound__)
class D:
    y = int
    type Al = y
    def m[T: y](self, q: y = 3) -> y: return T
    class E[Z = y]: pass
print(D.Al.__value__, D.m.__type_params__[0].__bound__, D.m.__annotations__, D().m(), D.E.__type_params__[0].__default__)
def outer[T]():
    def inner[U](): return T, U
    class K[V]:
        t = T
        def mm(self): return T, U2, V
    U2 = 5
    return inner(), K.t, K().mm()
print(outer())
print(C[int, str], C[int])
class F[T](list[T]): pass
print(F.__orig_bases__, F.__mro__, F[int])
class G[T](C[T, str], metaclass=type): pass
print(G.__orig_bases__, G.__parameters__)
class H[**P]: pass
print(H[int, str], H[[int]], H.__parameters__)
class I[*Ts]: pass
print(I[int, str], I[()], I.__orig_bases__)
async def co[T](x: T): return T
def gen[T](): yield T
print(co.__type_params__, list(gen()))
@(lambda f: f)
def deco[T](x=print('default')): pass
print(deco.__qualname__)
class Outer:
    class Inner[T]:
        def f[U](self): 
            def h[V](): pass
            return h
print(Outer.Inner.__qualname__, Outer.Inner.f.__qualname__, Outer.Inner().f().__qualname__)
lam = [lambda: T for T in range(2)]
def ann[T](x: (lambda: T)): pass
print(ann.__annotations__['x']().__name__)
try:
    def bad[T](x: 1/0): pass
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb: print(tb.tb_frame.f_code.co_name, tb.tb_frame.f_code.co_qualname, tb.tb_lineno); tb = tb.tb_next
print(repr(T), T.__module__, T.__covariant__, T.__infer_variance__)
import typing
print(typing.TypeVar('X').__module__, typing.TypeVar('X', covariant=True), typing.NoDefault)
class Shadow[T]:
    T = 5
    def f(self, x: T): return T
print(Shadow.f.__annotations__, Shadow().f(1))
x = 'global'
class CC:
    x = 'class'
    def f[T](self, a: x, b: (lambda: x)(), c: [x for _ in [1]]): pass
print(CC.f.__annotations__)
