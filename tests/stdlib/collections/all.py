import collections
from collections import *
import collections.abc, functools, abc, heapq, bisect
print(collections.__all__)
def s(x):
    try: print(x,'->',repr(eval(x)).split(' at 0x')[0])
    except Exception as e: print(x,'->',type(e).__name__,e)
for x in ['defaultdict(1)','defaultdict(int,{1:2})','defaultdict()["a"]','defaultdict(list).__missing__(1)','repr(defaultdict(int))','defaultdict(int)|{1:2}','{1:2}|defaultdict(int)','defaultdict(int).copy()','OrderedDict(a=1)','OrderedDict([(1,2)]).popitem()','OrderedDict().popitem()','OrderedDict().move_to_end(1)','OrderedDict(a=1).keys()','OrderedDict(a=1).items()','OrderedDict()','OrderedDict(a=1)==OrderedDict(b=1)','OrderedDict(1,2)','OrderedDict.fromkeys("ab",3)','OrderedDict(a=1)|{1:2}','{1:2}|OrderedDict(a=1)','OrderedDict(a=1).pop("b")','type(OrderedDict(a=1).keys())','OrderedDict(a=1).values()', 'Counter("abca")','Counter(a=3)-Counter(a=5)','Counter().most_common(1)','Counter(1)','Counter(1,2)','Counter.fromkeys("a")','Counter("ab")<=Counter("abc")','Counter("aab").elements()','Counter("aab").total()','+Counter(a=-1,b=2)','-Counter(a=-1)','Counter("aa").subtract("ab")','Counter("ab")=={"a":1}','repr(Counter())','Counter({1:"a"})','Counter({1:"a",2:3})','ChainMap({1:2},{3:4})','ChainMap()[1]','ChainMap().popitem()','ChainMap().pop(1)','ChainMap({1:2}).new_child({4:5},a=3)','ChainMap({1:2})|{3:4}','list(ChainMap({1:2},{3:4}))','namedtuple("P","x y")(1,2)','namedtuple("P","x y")(1)','namedtuple("P","x y")(1,2,3)','namedtuple("P","x x")','namedtuple("P","x class")','namedtuple("P","1x")','namedtuple("P","_x")','namedtuple("class","x")','namedtuple("P","x y",defaults=[1,2,3])','namedtuple("P","x x class _y",rename=True)._fields','namedtuple("P","x y",defaults=[5])(1)','namedtuple("P","x y")(1,2)._replace(x=3)','namedtuple("P","x y")(1,2)._replace(z=3)','namedtuple("P","x y")._make([1])','namedtuple("P","x y")(1,2)._asdict()','namedtuple("P","x y").__doc__','namedtuple("P","x y").x','namedtuple("P","x y").x.__doc__','namedtuple("P","x y")._field_defaults','namedtuple(1,"x")','namedtuple("P",[1])','namedtuple("P","x y").__module__','namedtuple("P","x y",module="zz").__module__','namedtuple("P","x y").__match_args__','UserDict(a=1)','UserList([1])','UserString("a")','deque([1,2],maxlen=3)','deque(1,2,3)','deque(maxlen=-1)','deque(maxlen="a")','deque([1]).index(2)','deque().pop()','deque([1])+[2]','deque([1])*2','deque([1])+deque([2])','deque().insert()','deque([1,2,3]).index(3,0,2)','deque([1]).remove(2)','deque([1])[5]','deque([1])["a"]','deque([1,2,3])[0:2]','deque([1,2]).rotate("a")','deque(x=1)','deque[int]','iter(deque())','reversed(deque())','type(iter(deque())).__name__']: s(x)
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
s('A()')
class B(A):
    def f(self): return 1
s('B()')
print(sorted(A.__abstractmethods__))
for t in [list,dict,tuple,str,set,frozenset,bytes,bytearray,range,deque,defaultdict,Counter,int,type(iter([])),type(x for x in ()),memoryview,type({}.keys()),object,UserDict,UserList,ChainMap,OrderedDict]:
    print(t.__name__, [n for n in collections.abc.__all__ if n!='ByteString' and issubclass(t,getattr(collections.abc,n))])
class S(collections.abc.Sequence):
    def __init__(s,*a): s.a=a
    def __getitem__(s,i): return s.a[i]
    def __len__(s): return len(s.a)
x=S(1,2,3); print(list(x),list(reversed(x)),x.index(2),x.count(3),2 in x)
match x:
    case [1,*r]: print('seq',r)
class M(collections.abc.MutableMapping):
    def __init__(s): s.d={}
    def __getitem__(s,k): return s.d[k]
    def __setitem__(s,k,v): s.d[k]=v
    def __delitem__(s,k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m=M(); m.update(a=1,b=2); print(len(m.keys()),list(m.items()),m.pop('a'),m.setdefault('c',4),m=={'b':2,'c':4}, m.popitem())
match m:
    case {'c':v}: print('map',v)
match deque([1,2]):
    case [a,b]: print(a,b)
h=[]
for v in [5,3,8,1,9,2]: heapq.heappush(h,v)
print(h,[heapq.heappop(h) for _ in range(6)],heapq.nlargest(3,[4,1,7,7,2]),heapq.nsmallest(2,"hello",key=lambda c:-ord(c)),list(heapq.merge([1,4],[2,3],reverse=False)),list(heapq.merge("db","ca",key=None,reverse=True)))
print(bisect.bisect([1,2,2,3],2),bisect.bisect_left([1,2,2,3],2)); l=[1,3]; bisect.insort(l,2); print(l)
@functools.lru_cache(maxsize=2)
def sq(x): print('call',x); return x*x
sq(1);sq(2);sq(1);sq(3);sq(2);print(sq.cache_info(),sq.cache_parameters(),sq.__name__)
@functools.singledispatch
def f(x): return 'obj'
@f.register
def _(x:int): return 'int'
@f.register(list)
def _(x): return 'list'
@f.register(collections.abc.Mapping)
def _(x): return 'map'
print(f(1),f([]),f({}),f('a'),f(True))
class P:
    @functools.cached_property
    def v(self): print('computed'); return 3
    def add(self,a,b): return a+b
    add5=functools.partialmethod(add,5)
    @functools.singledispatchmethod
    def k(self,x): return 'o'
    @k.register
    def _(self,x:int): return 'i'
p=P(); print(p.v,p.v,p.add5(3),p.k(1),p.k('')); 
@functools.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)<=T(2),T(2)>T(1),T(1)>=T(2))
print(sorted([3,1,2],key=functools.cmp_to_key(lambda a,b:b-a)))
pp=functools.partial(int,base=2); print(pp('101'),pp,pp.func,pp.args,pp.keywords)
