# Objects of all kinds by all protocols: the same bytes, and the same objects back.
import pickle, collections, datetime, enum, functools, operator, fractions, random, uuid, array, types, itertools, dataclasses
R=random.Random(3)
class P:
    def __init__(s,*a): s.a=a
    def __eq__(s,o): return s.a==o.a
class S:
    __slots__=('x','y')
class N(collections.namedtuple('N','a b')): pass
T=collections.namedtuple('T','a b')
class E(enum.Enum): A=1;B=2
class F(enum.Flag): X=1;Y=2
class L(list): pass
class D(dict): pass
class I(int): pass
class St(str): pass
class Ex(Exception):
    def __init__(s,a,b): super().__init__(a,b); s.c=1
class G:
    def __getnewargs__(s): return (1,)
    def __new__(cls,a): return object.__new__(cls)
class GX:
    def __getnewargs_ex__(s): return (1,),{'b':2}
    def __new__(cls,a,b): return object.__new__(cls)
@dataclasses.dataclass
class DC: a:int; b:list
class Nest:
    class In: 
        def m(self): pass
s=S();s.x=1;l=L([1,2]);l.q=5;d=D(a=1);d.z=3
p=P(1,2);p2=P(p,p,[p]);rec=[];rec.append((rec,));cyc={};cyc['a']=cyc
objs=[None,True,0,255,256,65535,65536,-1,2**31-1,2**31,-2**31,-2**31-1,2**63,2**200,-2**100,1.5,-0.0,float('inf'),'',"a","é"*300,'x'*300,'\n\\\r\x1a\0','\udc80',b'',b'a'*300,b'x'*300,bytearray(b'ab'),[],[1],list(range(3)),list(range(3)),(),(1,),(1,2),(1,2,3),(1,2,3,4),{},{1:2},{i:i for i in range(3)},set(),{1},set(range(20)),frozenset(),frozenset([1,2]),p,p2,s,N(1,2),T(1,2),E.A,F.X|F.Y,l,d,I(5),St('q'),Ex(1,2),G(1),GX(1,2),DC(1,[2]),Nest.In,Nest.In(),Nest.In().m,collections.OrderedDict(a=1),collections.Counter('aab'),collections.defaultdict(list,{1:[2]}),collections.deque([1,2],5),datetime.date(2020,1,2),datetime.datetime(2020,1,2,3,4,5,6),datetime.timedelta(1,2,3),datetime.timezone.utc,fractions.Fraction(1,3),uuid.UUID(int=5),functools.partial(int,base=2),operator.itemgetter(1),operator.attrgetter('a.b'),operator.methodcaller('f',1),complex(1,2),range(5),slice(1,2,3),...,NotImplemented,int,type(None),len,print,str.join,[].append,'a'.upper,dict.fromkeys,KeyError('a'),types.SimpleNamespace(a=1),iter([1,2]),iter((1,)),itertools.chain,zip([1],[2]),enumerate([1]),map(str,[1]),reversed([1]),iter({1:2}),random.Random,collections.ChainMap({1:2}),memoryview,'ab'*2,[['a','a'],'a'],[(1,2)]*3,rec,[cyc],UnicodeDecodeError('utf-8',b'a',0,1,'x'),StopIteration(5),operator.add,types.FunctionType,types.MethodType(P.__init__,3) if 0 else 5,E,N,pickle.PicklingError('z'),object(),super,property,staticmethod,BaseException(1),{1.5:{2:{3:(4,)}}},['same',['same']],random.Random(5).getstate()[1][:10]]
for o in objs:
    for pr in (1, 5):
        try:
            b=pickle.dumps(o,pr)
            r=pickle.loads(b); 
            print(pr,type(o).__name__,len(b),b[:60] if len(b)<2000 else hash(b), type(r).__name__, repr(r)[:60] if 'object at' not in repr(r) and 'built-in' not in repr(r) else '')
        except BaseException as e: print(pr,type(o).__name__,type(e).__name__,str(e)[:100])
# Long containers are written in groups, long pickles in frames.
for o in (list(range(1001)), {i: i for i in range(1000)}, 'x' * 70000):
    b = pickle.dumps(o)
    print(len(b), b[:30], pickle.loads(b) == o)
