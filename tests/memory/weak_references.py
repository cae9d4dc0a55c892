# References that do not keep their objects alive: which types allow them, what they and their proxies do.
import weakref, types, sys
class A: pass
a=A()
def t(name, o):
    try: weakref.ref(o); print(name, 'ok')
    except TypeError as e: print(name, e)
def gen(): yield
async def co(): pass
async def ag(): yield
c=co()
class I(int): pass
class T(tuple): pass
class L(list): pass
class D(dict): pass
class S(str): pass
class B(bytes): pass
class E(Exception): pass
class F(float): pass
class SL: __slots__=()
class SW: __slots__=('__weakref__',)
from _collections import deque
import contextvars, io, sys
for n,o in dict(a=a,gen=gen,g=gen(),c=c,ag=ag(),I=I(),T=T(),L=L(),D=D(),S=S(),B=B(),E=E(),F=F(),SL=SL(),SW=SW(),exc=Exception(),
  int=1,str='a',bytes=b'',tuple=(),list=[],dict={},set=set(),fs=frozenset(),rng=range(3),sl=slice(1),cls=A,type=type,mod=sys,code=gen.__code__,
  deque=deque(),mv=memoryview(b''),ba=bytearray(),len=len,ap=[].append,bm=A().__init__,prop=property(),sm=staticmethod(len),cm=classmethod(len),ns=types.SimpleNamespace(),
  mp=A.__dict__,cell=types.CellType(),ctx=contextvars.Context(),cv=contextvars.ContextVar('x'),ga=list[int],un=int|str,sup=super(A,a),sio=io.StringIO(),bio=io.BytesIO(),f=sys.stdout,
  it=iter([]),en=enumerate([]),zp=zip(),mp2=map(len,[]),dv={}.keys(),dvi=iter({}),rv=reversed([]),obj=object(),none=None,el=...,lam=lambda:0,wr=weakref.ref(a),px=weakref.proxy(a), md=str.join, sw=str.__add__, getset=A.__dict__['__dict__'],frame=sys._getframe(), mw=(1).__add__, coit=c.__await__()).items(): t(n,o)
c.close()
r=weakref.ref(a)
def s(x):
    x=str(x); out=""
    while "0x" in x:
        i=x.index("0x"); out+=x[:i]+"0x.."; x=x[i+2:].lstrip("0123456789abcdef")
    return out+x
print(s(repr(r)), s(repr(weakref.ref(gen))), s(repr(weakref.proxy(a))), s(str(weakref.proxy(a))), type(weakref.proxy(a)), type(weakref.proxy(gen)), weakref.ref)
print(s(repr(weakref.ref(A))))
p=weakref.proxy(a)
cp=weakref.proxy(gen)
for f in [lambda:r(1), lambda:weakref.ref(), lambda:weakref.ref(a,1,2), lambda:weakref.ref(a,callback=1), lambda:weakref.proxy(1), lambda:weakref.getweakrefcount(1), lambda: weakref.getweakrefs(1), lambda: p+1, lambda: 1+p, lambda: len(p), lambda: p.x, lambda: p[0], lambda: iter(p), lambda: next(p), lambda: p<p, lambda: p==a, lambda: weakref.ref(a,3), lambda: r==weakref.ref(a), lambda: isinstance(p,A), lambda: p.__class__, lambda: bool(p), lambda: str(r)[:8], lambda: weakref.ref[int], lambda: -p,lambda: p.__bytes__(), lambda: reversed(p), lambda: format(p), lambda: dir(weakref.ref), lambda: dir(weakref.ProxyType), lambda: p.__hash__, lambda:cp(1)]:
    try: print(s(repr(f())))
    except BaseException as e: print(type(e).__name__, e)
del a, p
print(r(), s(repr(r)))
a=A(); p=weakref.proxy(a); del a
for f in [lambda: repr(p), lambda: str(p), lambda: p.x, lambda: bool(p), lambda: p==1, lambda:1+p, lambda: hash(r), lambda: r==r, lambda: setattr(p,'x',1), lambda: delattr(p,'x'), lambda: p[0], lambda: len(p), lambda: isinstance(p, A)]:
    try: print(s(repr(f())))
    except BaseException as e: print(type(e).__name__, e)
a=A()
order=[]
rs=[weakref.ref(a)]+[weakref.ref(a, lambda r,i=i: order.append(i)) for i in range(4)]+[weakref.proxy(a)]
print(weakref.getweakrefcount(a), [rs.index(x) if not isinstance(x, weakref.ProxyType) else 'p' for x in weakref.getweakrefs(a)], a.__weakref__ is rs[0])
del a
print(order)
def bad(r): 1/0
a=A(); r=weakref.ref(a,bad)
del a
