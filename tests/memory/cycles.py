# Cycles that nobody else owns are found, finalised once, and freed; what `gc` tells of it.
import gc
import weakref
gc.collect()
class A:
    def __init__(self, n): self.n=n
    def __del__(self): print('del', self.n)
for i in range(3):
    a=A(i); a.self=a
del a
print(gc.collect())
print(gc.collect())
l=[]; l.append(l); del l
print(gc.collect())
d={}; d[1]=d; del d
print(gc.collect())
def f():
    def g(): return g
    return g
f()
print(gc.collect()>0)
class B: pass
B.x=B
B=None
print(gc.collect()>0)
# resurrection
class R:
    def __del__(self):
        global saved
        print('R del'); saved=self
r=R(); r.me=r; r.other=A('other'); del r
print(gc.collect())
print(saved.me is saved, saved.other.n)
saved=None
print(gc.collect())
print(gc.get_threshold(), gc.isenabled(), gc.get_debug(), gc.garbage, gc.callbacks)
gc.callbacks.append(lambda p,i: print(p,i))
gc.collect(); gc.collect(0)
gc.callbacks.clear()
try: gc.collect(3)
except ValueError as e: print(e)
def gen():
    try:
        me=(yield)
        yield
    finally: print('gen fin')
g=gen(); next(g); g.send(g); del g
print(gc.collect())
x=A('w'); x.x=x
w=weakref.ref(x, lambda r: print('cb', r() ))
del x
print(gc.collect(), w())
e=None
def h():
    try: 1/0
    except Exception as ex:
        e=ex
        e.e=e
h(); 
print(gc.collect()>0)
print([gc.is_tracked(x) for x in [1,'a',(),(1,),([],),[],{}, {1:2},{1:[]},A,int,gc,h,set(),frozenset(),object(),A.__init__,1.5,B]])
print(gc.get_referents([1,2,[]]), gc.get_referents({5:7}), gc.get_referents(1,'a'))
lst=[]; lst2=[lst]
print(any(x is lst2 for x in gc.get_referrers(lst)))
print(any(x is lst2 for x in gc.get_objects()))
gc.freeze(); print(gc.get_freeze_count()>0); gc.unfreeze(); print(gc.get_freeze_count())
class S:
    __slots__=()
print(gc.is_tracked(S()))
print(gc.is_finalized(3), type(gc.get_stats()), list(gc.get_stats()[0]))
gc.disable(); print(gc.isenabled()); gc.enable()
gc.set_threshold(500); print(gc.get_threshold()); gc.set_threshold(700,10,10)
# del order at mutual
a=A('a'); b=A('b'); a.b=b; b.a=a
del a,b
gc.collect()
print('end')
