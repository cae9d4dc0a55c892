from dataclasses import *
import dataclasses, copy
def t(f):
    try: print(f.__name__, f())
    except Exception as e: print(f.__name__, type(e).__name__, e)
print(dataclasses.__all__)
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list, repr=False)
p=P(1); print(p,p==P(1,2),p.z,P.__doc__,P.__match_args__,P.__hash__, P.__init__.__qualname__, P.__init__.__annotations__)
print(str(fields(P)[0]).split("object at")[0]); print(fields(P)[2].default_factory, P.__dataclass_params__)
print(asdict(P(1,2,[P(3)])), astuple(P(1,2,[P(3)])), replace(p,x=9), is_dataclass(P), is_dataclass(p), is_dataclass(3))
for a in [(),(1,2,3,4)]:
    try: P(*a)
    except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'x'
f=F(1); print(f<F(2), hash(f)==hash(F(1)), sorted([F(2),F(1)]))
def fz(): f.a=3
t(fz)
def fz2(): del f.a
t(fz2)
def fz3(): f.q=3
t(fz3)
@dataclass(slots=True)
class S:
    a: int
    b: int = 5
    def m(self): return __class__
s=S(1); print(s, S.__slots__, hasattr(s,'__dict__'), s.m() is S)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 1
t(lambda: K(1)); print(K(a=1),K.__match_args__, K.__doc__)
@dataclass
class KO:
    a: int
    _: KW_ONLY
    b: int
    c: int = 3
print(KO(1,b=2)); t(lambda: KO(1,2))
@dataclass
class I:
    a: int
    iv: InitVar[int]
    c: int = field(init=False)
    def __post_init__(self, iv): self.c=self.a+iv
print(I(1,2)); t(lambda: replace(I(1,2),a=3)); t(lambda: replace(I(1,2),a=3,iv=4)); t(lambda: replace(I(1,2),c=3,iv=1)); print(InitVar[int], InitVar[list[int]])
@dataclass
class B(P):
    w: str = 'w'
    x: int = 10
print(B(), B.__mro__[1].__name__)
def e1():
    @dataclass
    class A:
        a: int = 1
        b: int
def e2():
    @dataclass
    class A:
        a: list = []
def e3():
    @dataclass
    class A:
        a = field()
def e4():
    @dataclass(order=True,eq=False)
    class A: pass
def e5():
    @dataclass
    class A(F): pass
def e6():
    @dataclass(frozen=True)
    class A(P): pass
def e7(): field(default=1,default_factory=int)
def e8():
    @dataclass(order=True)
    class A:
        def __lt__(s,o): pass
def e9():
    @dataclass(unsafe_hash=True)
    class A:
        def __hash__(s): pass
def e10():
    @dataclass(slots=True)
    class A:
        __slots__=('a',)
        a: int
def e11():
    @dataclass(frozen=True)
    class A:
        def __setattr__(s,n,v): pass
def e12():
    @dataclass(weakref_slot=True)
    class A: pass
def e13(): fields(3)
def e14(): asdict(P)
def e15(): replace(P,x=1)
def e16():
    @dataclass
    class A:
        a: int
        _: KW_ONLY
        __: KW_ONLY
def e17(): return make_dataclass('C',['a','a'])
def e18(): return make_dataclass('C',['class'])
def e19(): return make_dataclass('C',[('a',int,3,4)])
def e20(): return make_dataclass('C',['1'])
for e in (e1,e2,e3,e4,e5,e6,e7,e8,e9,e10,e11,e12,e13,e14,e15,e16,e17,e18,e19,e20): t(e)
C=make_dataclass('C',[('x',int),'y',('z',int,field(default=5))],namespace={'add':lambda s:s.x+1}); c=C(1,2); print(c,c.add(),C.__module__,C.__doc__)
@dataclass
class R:
    me: object = None
r=R(); r.me=r; print(r)
@dataclass
class E: pass
print(E(),E()==E(),E.__doc__, E()!=P(1))
match P(1,2):
    case P(a,b): print('m',a,b)
@dataclass(eq=False)
class N: a:int=1
print(N()==N(), hash(N())!=0)
@dataclass(repr=False)
class NR: a:int=1
print('NR object' in repr(NR()))
print(copy.replace(P(1),y=7), copy.copy(P(1)), copy.deepcopy(F(1)))
@dataclass(frozen=True,slots=True)
class FS: a:int; b:int=2
print(copy.copy(FS(1)), FS(1))
@dataclass(unsafe_hash=True)
class U: a:int; b:int=field(hash=False,default=0)
print(hash(U(1,2))==hash(U(1,3)))
@dataclass
class D:
    def __post_init__(self): print('post')
    x: "int" = 1
D(); print(D.__doc__)
import collections
@dataclass
class Z: d: dict; t: tuple; n: object
N2=collections.namedtuple('N2','a b')
print(asdict(Z({1:P(1)},(P(2),),N2(P(3),1))), astuple(Z({1:P(1)},(P(2),),N2(P(3),1))), asdict(P(1),dict_factory=lambda kv: sorted(kv)))
class Prop:
    def __get__(s,i,o): return 3 if i is None else i.__dict__.get('v')
    def __set__(s,i,v): i.__dict__['v']=v*2
@dataclass
class WithD: p: int = Prop()
print(WithD(), WithD(5).p)
