# A program that makes cycles of all kinds does not grow.
import sys, asyncio
def rss():
    for line in open('/proc/self/status'):
        if line.startswith('VmRSS'): return int(line.split()[1])
class A: pass
def instances():
    a=A(); b=A(); a.b=b; b.a=a; a.x=list(range(20))
def closures():
    x=[0]*20
    def f(): return g, x
    def g(): return f
    f()
def excs():
    try: 1/0
    except Exception as e:
        x=e
        x.me=x
        x.data=[0]*20
def gens():
    def gen(box):
        yield
    box=[0]*20
    g=gen(box); next(g); box.append(g)
def gens2():
    def gen(box):
        try: yield
        finally: pass
    box=[0]*20
    g=gen(box); next(g); box.append(g)
def classes():
    class X:
        def f(self): return X
        data=[0]*20
def lambdas():
    d={}
    d['f']=lambda: d
    d['data']=[0]*20
def methods():
    a=A(); a.m=a.__init__; a.data=[0]*20
def iters():
    l=[0]*20
    l.append(iter(l)); l.append(enumerate(l)); l.append(zip(l)); l.append(map(lambda x:l, l))
def props():
    class P:
        @property
        def x(self): return P
        @staticmethod
        def s(): return P
        __slots__='q',
    p=P(); p.q=p
def sets():
    s=set(); a=A(); a.s=s; s.add(a); s.add(frozenset([a])); 
async def tasks():
    async def w(box):
        await asyncio.sleep(0)
        return box
    box=[0]*20
    t=asyncio.create_task(w(box)); box.append(t)
    await t
async def tasks2():
    async def w(box):
        await fut
    fut=asyncio.get_running_loop().create_future()
    t=asyncio.create_task(w([0]*20))
    fut.t=t if hasattr(fut,'__dict__') else None
    fut.add_done_callback(lambda f: t)
    await asyncio.sleep(0)
    fut.set_result(1)
    await t
async def agens():
    async def g(box):
        yield 1
        yield box
    box=[0]*20
    a=g(box); box.append(a)
    async for x in a: pass
def test(name, f, n=2500):
    f()
    for i in range(n): f()
    a=rss()
    # When the collector runs and pages come back varies a little; what leaks is never flat again.
    for _ in range(3):
        for i in range(2*n): f()
        b=rss()
        if b-a < 2500: break
    print(name, 'flat' if b-a < 2500 else f'GROWS {b-a}')
for f in [instances, closures, excs, gens, gens2, classes, lambdas, methods, iters, props, sets]:
    test(f.__name__, f, 600 if f in (classes, props) else 2500)
async def atest(name,f,n=1200):
    for i in range(n): await f()
    a=rss()
    for _ in range(3):
        for i in range(2*n): await f()
        b=rss()
        if b-a < 2500: break
    print(name, 'flat' if b-a < 2500 else f'GROWS {b-a}')
async def main():
    for f in [tasks,tasks2,agens]: await atest(f.__name__, f)
asyncio.run(main())
