from contextlib import *
import contextlib, asyncio, io, sys
print(contextlib.__all__)
@contextmanager
def cm(x):
    "doc"
    print('enter',x)
    try: yield x*2
    except ValueError as e: print('caught',e)
    finally: print('exit',x)
with cm(3) as v: print(v)
with cm(1): raise ValueError('v')
try:
    with cm(1): raise KeyError('k')
except KeyError as e: print('out',e, e.__traceback__ is not None)
@cm(5)
def f(): print('in f')
f(); f()
print(cm.__name__,cm.__doc__, cm(1).__doc__, type(cm(1)).__name__)
@contextmanager
def bad(n):
    if n==0: return
    yield 1
    if n==2: yield 2
for n in (0,2):
    try:
        with bad(n): pass
    except RuntimeError as e: print(e)
@contextmanager
def swallow():
    try: yield
    except BaseException: pass
    yield
try:
    with swallow(): raise ValueError
except RuntimeError as e: print(e)
for ex in (StopIteration('a'),RuntimeError('b'),GeneratorExit()):
    @contextmanager
    def thru(): yield
    try:
        with thru(): raise ex
    except BaseException as e: print(type(e).__name__, e is ex)
with suppress(KeyError,IndexError): {}['a']
try:
    with suppress(KeyError): raise ExceptionGroup('g',[KeyError(1),ValueError(2)])
except ExceptionGroup as e: print(e.exceptions)
s=io.StringIO()
with redirect_stdout(s): print('hidden')
print(repr(s.getvalue()))
class C:
    def close(self): print('closed')
with closing(C()) as c: print('c')
with nullcontext(4) as n: print(n)
with ExitStack() as st:
    print(st.enter_context(cm(7)))
    st.callback(print,'cb',sep='-')
    st.push(lambda *a: print('push',a[0]))
try:
    with ExitStack() as st:
        @st.push
        def _(*a): raise KeyError('second')
        @st.push
        def _(*a): raise ValueError('first')
        1/0
except KeyError as e: print(repr(e),repr(e.__context__),repr(e.__context__.__context__))
for w in ('enter_context',):
    try: getattr(ExitStack(),w)(1)
    except TypeError as e: print(e)
st=ExitStack(); st.callback(print,'x'); s2=st.pop_all(); st.close(); s2.close()
@asynccontextmanager
async def acm(x):
    print('aenter'); 
    try: yield x
    except ValueError as e: print('acaught',e)
    finally: print('aexit')
class AC:
    async def aclose(self): print('aclosed')
async def main():
    async with acm(4) as v: print(v)
    async with acm(4) as v: raise ValueError('z')
    async with aclosing(AC()): pass
    async with nullcontext(3) as n: print(n)
    @acm(1)
    async def g(): print('in g')
    await g(); await g()
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm(9))
        st.enter_context(cm(2))
        async def cb(a): print('acb',a)
        st.push_async_callback(cb,5)
        st.callback(print,'sync')
    try: await AsyncExitStack().enter_async_context(1)
    except TypeError as e: print(e)
asyncio.run(main())
print(issubclass(C,AbstractContextManager), isinstance(cm(1),AbstractContextManager))
import copy
a=[1,[2,3],{'x':(4,[5])}]
b=copy.deepcopy(a); b[1].append(9); print(a,b, copy.copy(a)[1] is a[1])
class P:
    def __init__(s): s.v=[1]; s.me=s
p=P(); q=copy.deepcopy(p); print(q.me is q, q.v is p.v, copy.copy(p).v is p.v)
a=[1]; a.append(a); b=copy.deepcopy(a); print(b[1] is b)
t=([1],); u=copy.deepcopy(t); print(u is t, copy.deepcopy((1,2)) == (1,2))
class S:
    __slots__=('a','b')
s=S(); s.a=[1]; r=copy.deepcopy(s); print(r.a, hasattr(r,'b'))
class D(dict): pass
d=D(a=[1]); d.z=3; e=copy.deepcopy(d); print(e,e.z,type(e).__name__, copy.copy(d).z)
class L(list): pass
l=L([1,[2]]); l.q=1; m=copy.copy(l); print(m,m.q,type(m).__name__)
import collections
print(copy.deepcopy(collections.deque([1,[2]],maxlen=5)), copy.copy(collections.Counter('aab')), copy.deepcopy(collections.OrderedDict(a=[1])), copy.deepcopy(collections.defaultdict(list,{1:[2]})))
N=collections.namedtuple('N','a b'); print(copy.deepcopy(N(1,[2])), copy.replace(N(1,2),a=5))
try: copy.replace(1,a=2)
except TypeError as e: print(e)
print(copy.copy({1,2}),copy.deepcopy({1:{2:3}}),copy.deepcopy(ValueError('x',[1])).args, copy.copy(1.5), copy.deepcopy(print), copy.deepcopy(int))
import reprlib
print(reprlib.repr(list(range(20))),reprlib.repr('x'*100),reprlib.repr({i:i for i in range(10)}),reprlib.repr(10**60),reprlib.repr({3,1,2}),reprlib.repr(frozenset({1})),reprlib.repr((1,)),reprlib.repr([[[[[[[[1]]]]]]]]),reprlib.repr(P))
print(reprlib.Repr(indent=2,maxlevel=3).repr([1,[2,{3:4}]]))
print(reprlib.Repr(indent='->').repr({'a':[1]}))
