import string, numbers, graphlib
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for n in string.__all__:
    v=getattr(string,n)
    if isinstance(v,str): print(n,repr(v))
print(string.capwords('hello  wORLD foo'),string.capwords('a-b-c','-'))
T=string.Template
for s in ['$a $b','${a}x $$ $a','$','$ a','${a','${}','$1','a\nb $ c','$aé','$A_1','${a-b}','$a$b$$c','']:
    for m in ({'a':1,'b':2,'A_1':3},{'a':5},{}):
        t(lambda: T(s).substitute(m)); t(lambda: T(s).safe_substitute(m))
    t(lambda: T(s).is_valid()); t(lambda: T(s).get_identifiers())
t(lambda: T('$a').substitute({'a':1},a=2)); t(lambda: T('$a').substitute(a=2))
F=string.Formatter()
for s,a,k in [('{} {}',(1,2),{}),('{0} {1} {0}',(1,2),{}),('{a.real} {b[0]} {b[x]}',(),dict(a=3,b={'x':1,0:2})),('{:>{w}}|',(1,),dict(w=5)),('{!r:>5}',('a',),{}),('{{}} {}',(1,),{}),('{} {0}',(1,),{}),('{0} {}',(1,),{}),('{',(1,),{}),('}',(1,),{}),('{x',(1,),{}),('{!x}',(1,),{}),('{a}',(),{}),('{2}',(1,),{}),('{:{:{}}}',(1,2,3),{}),('{!}',(1,),{}),('{a[}',(),{'a':1}),('{a.}',(),{'a':1}),('abc',(),{}),('{0.real!s:5}|',(1,),{}),('{!rr}',(1,),{})]:
    t(lambda: F.format(s,*a,**k))
print(list(F.parse('a{b!r:c}d{{e}}')), list(F.parse('{x[0].y}')))
print(numbers.__all__, [[issubclass(t_,getattr(numbers,n)) for n in numbers.__all__] for t_ in (int,float,complex,bool,str)], isinstance(3,numbers.Integral))
t(lambda: numbers.Real())
ts=graphlib.TopologicalSorter({'D':{'B','C'} and ['B','C'],'C':['A'],'B':['A']}); print(list(ts.static_order()))
def cyc():
    ts=graphlib.TopologicalSorter({1:[2],2:[3],3:[1]}); ts.prepare()
try: cyc()
except graphlib.CycleError as e: print(e.args)
ts=graphlib.TopologicalSorter(); ts.add(1,2,3); 
t(lambda: ts.get_ready()); ts.prepare(); print(sorted(ts.get_ready()), ts.is_active()); t(lambda: ts.done(1)); t(lambda: ts.done(99)); ts.done(2,3); t(lambda: ts.done(2)); print(ts.get_ready()); t(lambda: ts.add(4)); t(lambda: ts.prepare())
