# Patterns ask a value only for what they have to know, and take it for one kind of collection.
import collections, collections.abc
class Seq(collections.abc.Sequence):
    def __init__(self, *items): self.items = items
    def __len__(self): print("len", end=" "); return len(self.items)
    def __getitem__(self, at): print(f"get {at}", end=" "); return self.items[at]
    def __iter__(self): print("iter", end=" "); return iter(self.items)
def tried(f, *args):
    try: return f(*args)
    except Exception as e: return f"{type(e).__name__}: {e}"
def all_(x):
    match x:
        case [*_]: return "any"
def none(x):
    match x:
        case []: return "none"
def two(x):
    match x:
        case [_, _]: return "two"
def ends(x):
    match x:
        case [first, *_, last]: return first, last
def second(x):
    match x:
        case [_, second, *_]: return second
def before(x):
    match x:
        case [*_, _, last]: return last
def rest(x):
    match x:
        case [first, *rest]: return first, rest
def exact(x):
    match x:
        case [a, _, c]: return a, c
for f in all_, none, two, ends, second, before, rest, exact:
    for items in (), (1, 2), (1, 2, 3):
        print(f.__name__, items, tried(f, Seq(*items)))
class Liar(collections.abc.Sequence):
    def __len__(self): return 3
    def __getitem__(self, at): raise IndexError
print(tried(exact, Liar()), tried(rest, Liar()), sep="\n")

class Map(collections.abc.Mapping):
    def __init__(self, **items): self.items_ = items
    def __len__(self): print("len", end=" "); return len(self.items_)
    def __getitem__(self, key): print(f"item {key}", end=" "); return self.items_[key]
    def __iter__(self): print("iter", end=" "); return iter(self.items_)
    def get(self, key, default=None): print(f"get {key}", end=" "); return self.items_.get(key, default)
def empty(x):
    match x:
        case {}: return "map"
def one(x):
    match x:
        case {"a": value}: return value
def others(x):
    match x:
        case {"a": value, **others}: return value, others
for f in empty, one, others:
    for m in Map(), Map(a=1, b=2):
        print(f.__name__, tried(f, m))

def kind(x):
    match x:
        case [*_]: return "seq"
        case {}: return "map"
class C: pass
class M1(collections.UserDict, collections.abc.Sequence): pass
class M2(C, collections.UserDict, collections.abc.Sequence): pass
class M3(collections.UserDict, C, list): pass
class M4(dict, collections.abc.Sequence, C): pass
class S1(collections.UserList, collections.abc.Mapping): pass
class S3(list, C, collections.abc.Mapping): pass
class S4(collections.UserList, dict, C): pass
print([kind(each()) for each in (M1, M2, M3, M4, S1, S3, S4)])
class Parent: pass
class Child(Parent): pass
collections.abc.Mapping.register(Parent)
print(kind(Parent()), kind(Child()), kind("text"), kind(b"x"), kind(bytearray()), kind(range(3)), kind(collections.deque()),
      kind(memoryview(b"")), kind({}), kind(type.__dict__), kind(set()), kind(iter([])))

class P:
    __match_args__ = "x", "y"
    def __init__(self): self.x = 1
    @property
    def y(self): print("y", end=" "); return 2
    @property
    def z(self): print("z", end=" "); raise AttributeError
def parts(p):
    match p:
        case P(5, 2): return "five"
        case P(x=1, z=3): return "z"
        case P(1, y): return y
print(parts(P()))
def bad(p):
    match p:
        case P(1, x=2): pass
print(tried(bad, P()))
def deque_class(d):
    match d:
        case collections.deque(1): pass
print(tried(deque_class, collections.deque()))
def self_matching(x):
    match x:
        case int(real=2 as r): return r
        case int(1 | 2 as n, real=1): return n
        case str() as s: return s
print([self_matching(x) for x in (1, 2, 3, "s")])
