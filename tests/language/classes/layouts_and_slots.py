# Which classes an object can be moved to, and where attributes lie.
def tried(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"
class G: __slots__ = ["a", "b"]
class H: __slots__ = ["b", "a"]
class I: __slots__ = ["a", "b"]
class J: __slots__ = ["c", "b"]
class K: __slots__ = ["a", "b", "d"]
class L(H): __slots__ = ["e"]
class M(I): __slots__ = ["e"]
class Q(J): pass
class R(J): __slots__ = ["__dict__", "__weakref__"]
class N(J): __slots__ = ["__weakref__"]
def move(old, new):
    x = old()
    x.__class__ = new
    return type(x).__name__
for old, new in (G, H), (H, G), (G, I), (Q, R), (R, Q), (G, J), (G, K), (G, L), (L, M), (N, J), (J, Q):
    print(old.__name__, new.__name__, tried(lambda: move(old, new)))

print(tried(lambda: G().a))
def nested():
    class Local: __slots__ = "a"
    return Local()
print(tried(lambda: nested().a))

class Own:
    @property
    def __dict__(self): return {"a": 2}
print(vars(Own()), Own.__dict__["__dict__"].__class__.__name__)

class Base: pass
class Meta(Base, type): pass
class OfMeta(metaclass=Meta): x = 1
print(type(OfMeta.__dict__).__name__, "x" in OfMeta.__dict__)

import types
class Mod(types.ModuleType): __dict__ = 8
print(tried(lambda: dir(Mod("foo"))))
class Mod2(Base, types.ModuleType): pass
def replace(): Mod2("m").__dict__ = {}
print(tried(replace))

# Methods of object are not applied to classes.
class A(type):
    def __setattr__(cls, name, value): object.__setattr__(cls, name, value)
    def __delattr__(cls, name): object.__delattr__(cls, name)
C = A("C", (), {})
def change(): C.x = 1
def delete(): del C.x
print(tried(change), tried(delete), sep="\n")

# A special method under another name does what it is.
class X(dict):
    __setattr__ = dict.__setitem__
    __neg__ = dict.copy
    __getattr__ = dict.__getitem__
x = X()
x.y = 42
print(x["y"], x.y, -x == x)
class Strange(int):
    __lt__ = int.__gt__
    __repr__ = int.__bool__
print(Strange(1) < Strange(2), Strange(2) < Strange(1), tried(lambda: repr(Strange(3))))
class Loop: pass
Loop.__repr__ = Loop.__str__
print(tried(lambda: repr(Loop())).split(":")[0])

class F:
    def __call__(self): pass
f = F()
m = types.MethodType(f, 5)
print(repr(m))
f.__name__ = "named"
print(repr(m))
f.__qualname__ = "qual.named"
print(repr(m))

import sys
class Sized:
    def __sizeof__(self): return 1000
print(sys.getsizeof(Sized()) >= 1000)
def g(): pass
d = {"a": 7}
g.__dict__ = d
print(g.__dict__ is d, g.a)

from collections import deque
from functools import partial
import re, itertools
for call in (lambda: deque() + 1, lambda: deque().nope, lambda: re.compile("a")[0], lambda: len(itertools.count()),
             lambda: partial(int).nope, lambda: re.compile("x") < 3, lambda: iter(partial(int)), lambda: -deque()):
    print(tried(call))
for base in type(re.match("", "")), type(lambda: 0), bool:
    print(tried(lambda: type("Sub", (base,), {})))
p = property()
for i in 0, 1, 3:
    print(tried(lambda: p.__set_name__(*[0] * i)))
class Slotted(property): __slots__ = ()
print(tried(lambda: type(Slotted(lambda self: 0, doc="text")).__name__))
def documented(self): "text"
print(tried(lambda: Slotted(documented)).split(" ", 1)[1])
