from enum import *
import enum, copy
print(sorted(enum.__all__))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Color(Enum):
    RED=1; GREEN=2; CRIMSON=1
    def describe(self): return self.name, self.value
    @classmethod
    def first(cls): return cls.RED
    @property
    def low(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(1), Color['GREEN'], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.describe(), Color.first(), Color.RED.low)
print(Color, Color.__members__, Color.RED in Color, 1 in Color, 5 in Color, isinstance(Color.RED,Color), hash(Color.RED)==hash('RED'), Color.RED==1, Color.RED!=Color.GREEN)
t(lambda: Color(7)); t(lambda: Color['X']); t(lambda: Color.X); t(lambda: setattr(Color,'RED',3)); t(lambda: delattr(Color,'RED')); t(lambda: Color.RED<Color.GREEN)
def ext():
    class More(Color): BLUE=3
t(ext)
def dup():
    class D(Enum): A=1; A=2
t(dup)
class Planet(Enum):
    EARTH=(5.9,6.3); MARS=(6.4,3.3)
    def __init__(s,m,r): s.mass=m; s.radius=r
    @property
    def g(s): return round(s.mass/s.radius,3)
print(Planet.EARTH, repr(Planet.EARTH), Planet.EARTH.g, Planet((6.4,3.3)))
class I(IntEnum): A=1; B=2
print(I.A, repr(I.A), I.A+1, I.A<I.B, f'{I.A:03d}', '%d'%I.B, I(2), sorted([I.B,I.A]), I.A==1, str(I.B), [10,20,30][I.A])
class S(StrEnum): X=auto(); Y='why'
print(S.X, repr(S.X), S.X.upper(), S('why'), S.X=='x', f'{S.Y:>5}', 'x' in S)
def bads():
    class S(StrEnum): X=1
t(bads)
class P(Flag): R=auto(); W=auto(); X=auto(); RW=R|W
print(P.R|P.X, repr(P.R|P.X), P.RW, ~P.R, P.R in P.RW, list(P.RW), list(P), len(P.RW), bool(P(0)), P(0), repr(P(0)), P(7), P.R&P.W, P.R^P.RW, repr(~P.R), P['RW'])
t(lambda: P(8)); t(lambda: P.R|1); t(lambda: 1 in P.R); t(lambda: P('a'))
class PF(IntFlag): R=4; W=2; X=1
print(PF.R|PF.W, repr(PF.R|PF.W), PF.R|8, repr(PF.R|8), ~PF.R, repr(~PF.R), PF(0), repr(PF(7)), PF.R+1, PF.R&4, 4|PF.X, PF(8), list(PF(6)), repr(PF(-1)))
class Au(Enum):
    A=auto(); B=5; C=auto()
print(list(Au))
class G(Enum):
    def _generate_next_value_(name,start,count,last): return name.lower()
    N=auto(); M=auto()
print(list(G))
Fn=Enum('Fn','A B C'); print(list(Fn), Fn.__module__, Enum('F2',{'x':3,'y':4})['y'], list(Enum('F3',[('p',1),('q',2)])), list(IntEnum('F4','a,b',start=10)), Fn)
@unique
class Un(Enum): A=1; B=2
def un():
    @unique
    class U(Enum): A=1; B=1; C=1
t(un)
def v1():
    @verify(CONTINUOUS)
    class U(Enum): A=1; B=4
t(v1)
def v2():
    @verify(NAMED_FLAGS)
    class U(Flag): A=1; B=14
t(v2)
def v3():
    @verify(UNIQUE)
    class U(Enum): A=1; B=1
t(v3)
class M(Enum):
    @member
    def f(self): return 1
    @nonmember
    def g(self): return 2
    z=nonmember(5)
    def h(self): return 3
    class Inner: pass
print([m.name for m in M], M.z, M.Inner)
class Miss(Enum):
    A='a'
    @classmethod
    def _missing_(cls,v): return cls.A if v=='?' else None
print(Miss('?')); t(lambda: Miss('b'))
class Miss2(Enum):
    A='a'
    @classmethod
    def _missing_(cls,v): return 5
t(lambda: Miss2('b'))
class Ign(Enum):
    _ignore_='x y'
    x=1; y=2; A=3
print(list(Ign))
def sund():
    class Q(Enum): _foo_=1
t(sund)
class E0(Enum): pass
t(lambda: E0(1)); print(E0)
class Bound(Flag,boundary=CONFORM): A=1; B=2
print(Bound(5), Bound(7))
class Ej(IntFlag,boundary=EJECT): A=1; B=2
print(Ej(5), type(Ej(5)), Ej.A|8)
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy(Color.RED) is Color.RED)
class Order(Enum):
    _order_='A B'
    A=1; B=2
def bad_order():
    class Order(Enum):
        _order_='B A'
        A=1; B=2
t(bad_order)
match Color.RED:
    case Color.GREEN: print('g')
    case Color.RED: print('r')
print({Color.RED:1}[Color(1)], format(Color.RED,'>12'), f'{Color.RED!r}', str(FlagBoundary.KEEP), repr(FlagBoundary.KEEP), KEEP)
print(dir(Color), dir(Color.RED))
@global_enum
class GE(Enum): GA=1
print(repr(GA), str(GA))
class Base(Enum):
    def hello(self): return 'hi '+self.name
class Sub(Base): Q=1
print(Sub.Q.hello(), Sub.Q.name)
class Str(str,Enum): A='a'
print(Str.A, repr(Str.A), f'{Str.A}', Str.A=='a', Str.A.upper())
class Fl(float,Enum): A=1.5
print(Fl.A, repr(Fl.A), Fl.A+1)
class Unh(Enum): A=[1]; B={2:3}
print(Unh([1]), [1] in Unh, Unh.B)
print(Color.RED.__class__, Color.RED.RED if hasattr(Color.RED,'RED') else None, type(Color), EnumMeta is EnumType)
t(lambda: setattr(Color.RED,'value',3)); t(lambda: setattr(Color.RED,'name',3))
print([x.value for x in reversed(Color)], Color.RED.name)
class T(tuple,Enum): A=(1,2)
print(T.A, T.A[0])
from dataclasses import dataclass
@dataclass
class DM: a:int; b:int
class DE(DM,Enum): X=1,2
print(DE.X, DE.X.a)
class WithNew(Enum):
    def __new__(cls,v):
        o=object.__new__(cls); o._value_=v*10; return o
    A=1; B=2
print(list(WithNew), WithNew(10))
