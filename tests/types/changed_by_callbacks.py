# Containers that are changed by the very callbacks they call, and classes that derive from them.
def t(f):
    try: r = f()
    except BaseException as e: r = type(e).__name__ + ' ' + str(e)
    print(repr(r))
class Ev:
    def __init__(s, n, act): s.n=n; s.act=act
    def __eq__(s,o): s.act(); return s.n == getattr(o,'n',None)
    def __hash__(s): return s.n % 4
    def __lt__(s,o): s.act(); return s.n < o.n
    def __repr__(s): return 'E%d'%s.n
def f1():
    l=[]; l.extend(Ev(i, l.clear) for i in range(5)); return l.index(Ev(3,lambda:None)), l
t(f1)
def f2():
    l=[]; l.extend(Ev(i, lambda: l.append(1) if len(l)<20 else None) for i in range(5)); return l.count(Ev(3,lambda:None)), len(l)
t(f2)
def f3():
    l=[]; l.extend(Ev(i, lambda: l.pop() if l else None) for i in range(5)); l.remove(Ev(4,lambda:None)); return l
t(f3)
def f4():
    l=[]; l.extend(Ev(5-i, lambda: l.append(9)) for i in range(5)); l.sort(); return l
t(f4)
def f5():
    l=[]; l.extend(Ev(5-i, l.clear) for i in range(5)); l.sort(); return l
t(f5)
def f6():
    d={}
    for i in range(8): d[Ev(i,lambda:None)]=i
    k=Ev(7, lambda: d.clear())
    return d.get(k), len(d)
t(f6)
def f7():
    d={}
    for i in range(8): d[Ev(i,lambda:None)]=i
    c=[0]
    def act():
        c[0]+=1
        if c[0]<3: d[Ev(100+c[0],lambda:None)]=1
    d[Ev(7, act)]='x'
    return sorted(d.values(), key=str), len(d)
t(f7)
def f8():
    s=set()
    for i in range(8): s.add(Ev(i,lambda:None))
    k=Ev(7, s.clear)
    return k in s, len(s)
t(f8)
def f9():
    s=set()
    for i in range(8): s.add(Ev(i,lambda:None))
    k=Ev(20, lambda: s.add(Ev(len(s)+50, lambda:None)) if len(s)<12 else None)
    s.add(k); return len(s)
t(f9)
def f10():
    s={1,2,3}
    for x in s: s.add(x+10)
t(f10)
def f11():
    d={1:1}
    for x in d: d[x+1]=1
t(f11)
def f12():
    d={1:1,2:2}
    for x in d: del d[x]; d[x+10]=1
t(f12)
def f13():
    d={1:1,2:2}
    for x in d.items(): d.clear()
t(f13)
def f14():
    l=[1,2,3]
    for x in l:
        if len(l)<10: l.append(x)
    return l
t(f14)
def f15():
    l=[1,2,3,4,5,6]
    for x in l: l.remove(x)
    return l
t(f15)
class R:
    def __repr__(s): l.append(1) if len(l)<5 else None; return 'R'
l=[R()]; t(lambda: repr(l))
class R2:
    def __repr__(s): d.clear(); return 'R'
d={1:R2(),2:R2()}; t(lambda: repr(d))
l=[1]; l.append(l); t(lambda: l)
d={}; d['d']=d; t(lambda: d)
tt=([],); tt[0].append(tt); t(lambda: tt)
t(lambda: l==l)
l2=[1]; l2.append(l2)
t(lambda: l==l2)
t(lambda: d=={'d':d})
class It:
    def __init__(s,l): s.l=l
    def __iter__(s):
        for i in range(3): s.l.clear(); yield i
def g1():
    l=[1,2,3]; l[1:2]=It(l); return l
t(g1)
def g2():
    l=[1,2,3]; l.extend(It(l)); return l
t(g2)
def g3():
    l=[1,2,3]; l[::2]=It(l); return l
t(g3)
class Ix:
    def __init__(s,l,n): s.l=l; s.n=n
    def __index__(s): s.l.clear(); return s.n
def g4():
    l=[1,2,3]; return l[Ix(l,1)]
t(g4)
def g5():
    l=[1,2,3]; return l[Ix(l,0):Ix(l,2)], l
t(g5)
def g6():
    l=[1,2,3]; l[Ix(l,0)]=5; return l
t(g6)
def g7():
    l=[1,2,3]; del l[Ix(l,0)]; return l
t(g7)
def g8():
    l=[1,2,3]; l.insert(Ix(l,2),9); return l
t(g8)
def g9():
    l=[1,2,3]; return l.pop(Ix(l,2))
t(g9)
def g10():
    l=[1,2,3]; l*=Ix(l,2); return l
t(g10)
class De:
    def __init__(s,f): s.f=f
    def __del__(s): s.f()
def h1():
    l=[]; l.append(De(lambda: l.append(1))); l[0]=2; return l
t(h1)
def h2():
    l=[]; l.append(De(lambda: l.append(1))); l.clear(); return l
t(h2)
def h3():
    d={}; d[1]=De(lambda: d.update({5:6})); d[1]=2; return d
t(h3)
def h4():
    d={}; d[1]=De(lambda: d.update({5:6})); d.clear(); return d
t(h4)
def h5():
    d={}; d[1]=De(lambda: d.update({5:6})); del d[1]; return d
t(h5)
def h6():
    s=set(); s.add(De(lambda: s.add(3))); s.clear(); return s
t(h6)
def h7():
    l=[]; l.extend([De(lambda: l.append(1)), 1, 2]); l[0:2]=[]; return l
t(h7)
def h8():
    l=[]; l.extend([De(lambda: l.append(1)), 1, 2]); del l[::2]; return l
t(h8)
def h9():
    l=[De(lambda: None)]; l[:] = l; l*=0; return l
t(h9)
def h10():
    l=[]; l.extend([De(lambda: l.clear()), 1, 2]); l.pop(0); return l
t(h10)
t(lambda: list(map(lambda x: next(iter([])), [1,2])))
t(lambda: [next(iter([])) for x in [1]])
t(lambda: list(next(iter([])) for x in [1]))
class SI:
    def __init__(s): s.n=0
    def __iter__(s): return s
    def __next__(s):
        s.n+=1
        if s.n>3: raise StopIteration('val')
        return s.n
t(lambda: list(SI())); t(lambda: [*SI()]); t(lambda: sum(SI())); t(lambda: sorted(SI())); t(lambda: dict.fromkeys(SI())); t(lambda: tuple(SI())); t(lambda: set(SI())); t(lambda: max(SI())); t(lambda: 3 in SI()); t(lambda: list(zip(SI(),SI()))); t(lambda: list(enumerate(SI()))); t(lambda: ''.join(map(str,SI())))
def un():
    a,b,c = SI(); return a,b,c
t(un)
def un():
    a,*b = SI(); return a,b
t(un)
def un():
    r=[]
    for x in SI(): r.append(x)
    else: r.append('else')
    return r
t(un)
i=SI(); [next(i) for _ in range(3)]
t(lambda: next(i)); t(lambda: next(i,'d'))
class G:
    def __getitem__(s,i):
        if i>3: raise IndexError
        return i*i
t(lambda: list(G())); t(lambda: 9 in G()); t(lambda: 10 in G()); t(lambda: list(zip(G(),G()))); t(lambda: list(reversed(G())))
class GL(G):
    def __len__(s): return 3
t(lambda: list(reversed(GL()))); t(lambda: len(GL())); t(lambda: bool(GL()))
class L(list):
    def __iter__(s): return iter('xyz')
t(lambda: list(L([1,2]))); t(lambda: [*L([1])]); t(lambda: 'x' in L([1])); t(lambda: 1 in L([1])); t(lambda: tuple(L([1]))); t(lambda: sorted(L([1]))); t(lambda: [1]+L([2])); t(lambda: L([1])+[2]); t(lambda: L([1])*2); t(lambda: type(L([1])[:])); t(lambda: L([1])==[1]); t(lambda: repr(L([1]))); t(lambda: type(L([1]).copy()))
class LG(list):
    def __getitem__(s,i): return 'g%s'%i
t(lambda: list(LG([1,2]))); t(lambda: LG([1])[0]); t(lambda: list(reversed(LG([1,2]))))
class DD(dict):
    def __getitem__(s,k): return 'got'
    def keys(s): return ['a','b']
t(lambda: dict(DD(x=1))); t(lambda: {**DD(x=1)}); t(lambda: DD(x=1)['q']); t(lambda: DD(x=1).get('q')); t(lambda: dict(x=1)|DD(y=2)); t(lambda: DD(y=2)|dict(x=1)); t(lambda: type(DD(y=2)|dict(x=1))); t(lambda: DD(x=1)=={'x':1})
class DI(dict):
    def __iter__(s): return iter(['a'])
    def __getitem__(s,k): return 'got'
t(lambda: dict(DI(x=1))); t(lambda: {**DI(x=1)}); t(lambda: list(DI(x=1)));
class DM(dict):
    def __missing__(s,k): s[k]=k*2; return s[k]
t(lambda: DM()['a']); t(lambda: DM().get('a')); t(lambda: 'a' in DM()); m=DM(); m['z']; t(lambda: m)
class SS(set):
    def __contains__(s,x): return True
t(lambda: 5 in SS()); t(lambda: SS([1])|{2}); t(lambda: {2}|SS([1])); t(lambda: type(SS([1])|{2}).__name__); t(lambda: type({1}|SS([1])).__name__); t(lambda: type(SS([1]).copy()).__name__); t(lambda: type(SS([1]).union([2])).__name__); t(lambda: SS([1]) == {1}); t(lambda: type(SS([1]) - {2}).__name__);  t(lambda: type(SS([1]).difference({2})).__name__)
class FS(frozenset): pass
t(lambda: FS([1])|{2}); t(lambda: type(FS([1]).copy()).__name__); t(lambda: hash(FS([1]))==hash(frozenset([1]))); t(lambda: {FS([1]):2}[frozenset([1])]); t(lambda: FS([1]))
class TT(tuple):
    def __new__(cls,*a): return super().__new__(cls,a)
t(lambda: TT(1,2)); t(lambda: TT(1,2)+(3,)); t(lambda: type(TT(1,2)[:]).__name__); t(lambda: hash(TT(1,2))==hash((1,2))); t(lambda: TT(1,2)==(1,2)); t(lambda: (1,2)==TT(1,2)); t(lambda: {TT(1,2)}=={(1,2)}); t(lambda: isinstance(TT(),tuple)); t(lambda: TT(1)*2)
