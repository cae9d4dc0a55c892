# What cannot be pickled, and what is no pickle.
import re
import pickle, io, sys
_print=print
def print(*a): _print(re.sub('0x[0-9a-f]+','0x...',' '.join(map(str,a))))
def t(f,*a,**k):
    try: r=f(*a,**k)
    except BaseException as e: r=type(e).__module__+'.'+type(e).__name__+': '+str(e)
    print(getattr(f,'__name__',f),[x if len(repr(x))<80 else '..' for x in a],k,'->',r if len(repr(r))<300 else len(repr(r)))
def mk():
    class L: pass
    def g(): pass
    return L,g,lambda:0
L,g,l=mk()
class C: pass
class R:
    def __init__(s,v): s.v=v
    def __reduce__(s): return s.v
class Bad:
    __slots__=('a',)
for o in (L,g,l,L(),C,C(),iter([1]),(i for i in ()),sys,Bad(),R(1),R(()),R((1,2)),R((int,1)),R((int,(),1,2,3,4,5)),R((int,(),None,5)),R((list,(),None,iter([1]))),R((dict,(),None,None,iter([1]))),R('xyz'),R('C'),R((int,())),R(('a',())),type(None),...,NotImplemented,memoryview(b'a'),len,[].append,int.__add__,str.join,object(),type,property(),classmethod(len),C.__dict__,{}.keys(),range(3),slice(1,2),complex(1,2),Exception('x'),KeyError(1),OSError(2,'x'),b'',bytearray(b''),bytearray(b'a'),frozenset([1]),{1}):
    for p in (0,2,4):
        try: r=pickle.dumps(o,p)
        except BaseException as e: r=type(e).__module__+'.'+type(e).__name__+': '+str(e)
        print(p,type(o).__name__,'->',r)
for b in (b'',b'x',b'.',b'(',b'0',b'(.',b'N',b'\x80\x09.',b'\x80\x05',b'I',b'Iz\n.',b'I1\n',b'K',b'K\x01',b'J\x01',b'h\x01.',b'g1\n.',b'gx\n.',b'R.',b'NR.',b'NNR.',b')R.',b'N)R.',b'Pabc\n.',b'NQ.',b'cnomod\nxyz\n.',b'cos\n',b'c\n\n.',b'\x93.',b'NN\x93.',b'a.',b'Na.',b'NNa.',b']Na.',b's.',b'}Ns.',b'NNNs.',b'u.',b'(u.',b'N(NNu.',b'b.',b'NNb.',b'}}b.',b'2.',b'1.',b'S1\n.',b"S'a'\n.",b"S'a\n.",b'V\\u0041\n.',b'U\x05ab.',b'\x8a\x01\xff.',b'\x8b\xff\xff\xff\xff.',b'L12L\n.',b'L12\n.',b'Lx\n.',b'F1.5\n.',b'Fx\n.',b'G',b'\x95\x01\0\0\0\0\0\0\0.',b'\x95\xff\0\0\0\0\0\0\0N.',b'\x82\x01.',b'\x82\x00.',b'\x84\0\0\0\x80.',b'\x97.',b'N\x98.',b'(t.',b'(l.',b'(d.',b'(Nd.',b't.',b'(i\n.',b'(ios\ngetcwd\n.',b'(cos\ngetcwd\no.',b'(o.',b'\x85.',b'N\x85.',b'N\x86.',b'\x81.',b'N)\x81.',b'\x92.',b'q\x01.',b'p1\n.',b'Np-1\n.',b'\x94.',b'N\x94.',b'I00\n.',b'I01\n.',b'X\x02\0\0\0\xff\xff.',b'X\xff\xff\xff\xff.',b'\x8c\x02a.',b'B\x05\0\0\0a.',b'T\xff\xff\xff\xff.',b'\x80\x04\x95\x00',b'.N',b'N..',b'(NN.',b'\x90.',b'\x8f(N\x90.',b'(N\x91.'):
    t(pickle.loads,b)
t(pickle.loads,'a');t(pickle.loads,1);t(pickle.dumps,1,9);t(pickle.dumps,1,-1);t(pickle.dumps,1,protocol='a');t(pickle.dump,1,1);t(pickle.Pickler,1);t(pickle.Unpickler,1);t(pickle.load,1);
a = []; a.append(a)
t(pickle.dumps, a, 2); t(pickle.loads, pickle.dumps(a))
