# An exception that is handled: what is seen of how it came, in the handler and after it, by whoever keeps it.
import sys, traceback, weakref, gc, threading, asyncio

class Probe:
    def __init__(self, n): self.n = n
    def __del__(self): print('gone', self.n)

def names(frame):
    out = []
    while frame is not None:
        out.append(frame.f_code.co_name); frame = frame.f_back
    return out

def inner(x):
    local = x * 2
    raise ValueError(x)

def middle(x):
    probe = Probe(x)
    inner(x + 1)

# looked at in the handler
def a():
    try:
        middle(1)
    except ValueError as e:
        tb = e.__traceback__
        fs = []
        while tb:
            fs.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); last = tb; tb = tb.tb_next
        print(fs, names(last.tb_frame), last.tb_frame.f_locals)
        print(e.__traceback__.tb_frame is sys._getframe(), last.tb_frame.f_back.f_back is sys._getframe())
        del tb, last
a()
# kept, and looked at after
def b():
    try:
        middle(2)
    except ValueError as e:
        return e
e = b()
print([f.name for f in traceback.extract_tb(e.__traceback__)], names(e.__traceback__.tb_next.tb_next.tb_frame))
print(e.__traceback__.tb_frame.f_locals.keys(), e.__traceback__.tb_next.tb_frame.f_locals['x'])
del e
# raised again
def c(how):
    try:
        middle(3)
    except ValueError as e:
        if how == 0: raise
        if how == 1: raise e
        if how == 2: raise KeyError from e
        if how == 3: raise KeyError
        if how == 4:
            try: raise TypeError('other')
            except TypeError: pass
            raise
    finally:
        how = 'left'
for how in range(5):
    try: c(how)
    except Exception as e:
        print(how, [(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)], names(e.__traceback__.tb_next.tb_frame))
        print(e.__traceback__.tb_next.tb_frame.f_locals.get('how'))
        if e.__context__: print('  ctx', [(f.name, f.lineno) for f in traceback.extract_tb(e.__context__.__traceback__)])
# thrown into generators
def gen():
    try:
        yield 1
    except ValueError as e:
        print('in gen', [f.name for f in traceback.extract_tb(e.__traceback__)], names(e.__traceback__.tb_frame))
        yield 2
    raise KeyError('end')
def d():
    g = gen(); next(g)
    try: middle(4)
    except ValueError as e:
        print(g.throw(e))
        print([f.name for f in traceback.extract_tb(e.__traceback__)])
    try: next(g)
    except KeyError as e:
        print([f.name for f in traceback.extract_tb(e.__traceback__)], names(e.__traceback__.tb_next.tb_frame))
d()
# stop iteration converted
def stops():
    yield 1
    raise StopIteration('x')
def f():
    g = stops(); next(g)
    try: next(g)
    except RuntimeError as e:
        print(repr(e.__cause__), [f.name for f in traceback.extract_tb(e.__cause__.__traceback__)], names(e.__cause__.__traceback__.tb_frame))
        print([f.name for f in traceback.extract_tb(e.__traceback__)])
f()
# native callers
class It:
    def __iter__(self): return self
    def __next__(self): raise self.e
def g():
    it = It(); it.e = StopIteration(); stop = it.e
    for x in it: pass
    print([f.name for f in traceback.extract_tb(stop.__traceback__)], names(stop.__traceback__.tb_frame))
    it.e = KeyError(1); err = it.e
    try: list(it)
    except KeyError: pass
    print([f.name for f in traceback.extract_tb(err.__traceback__)])
    class G:
        def __getattr__(self, n): raise err2
    err2 = AttributeError('n')
    print(getattr(G(), 'x', 'default'), [f.name for f in traceback.extract_tb(err2.__traceback__)], names(err2.__traceback__.tb_frame))
g()
# other threads look at it while it is handled
def h():
    seen = []
    def look(e):
        seen.append([(f.name) for f in traceback.extract_tb(e.__traceback__)])
        keep.append(e.__traceback__.tb_frame)
    keep = []
    marker = 5
    try: middle(5)
    except ValueError as e:
        t = threading.Thread(target=look, args=(e,)); t.start(); t.join()
        print(keep[0] is sys._getframe())
    print(seen)
    return keep
k = h()
print(k[0].f_locals['marker'], k[0].f_code.co_name)
del k
# futures, tasks
async def failing():
    await asyncio.sleep(0)
    middle(6)
async def outer():
    try:
        await failing()
    except ValueError as e:
        print('outer', [f.name for f in traceback.extract_tb(e.__traceback__)])
        await asyncio.sleep(0)
        print('outer', [f.name for f in traceback.extract_tb(e.__traceback__)], names(e.__traceback__.tb_next.tb_frame)[:2])
        raise
async def main():
    t = asyncio.create_task(outer())
    try: await t
    except ValueError as e:
        print('main', [f.name for f in traceback.extract_tb(e.__traceback__)])
    try: await t
    except ValueError as e:
        print('main', [f.name for f in traceback.extract_tb(e.__traceback__)])
    try: t.result()
    except ValueError as e:
        print('main', [f.name for f in traceback.extract_tb(e.__traceback__)])
        print(t.exception() is e, sys.exception() is e)
asyncio.run(main())
# with, contextlib, exception groups, nested finally
class CM:
    def __enter__(self): return self
    def __exit__(self, t, e, tb):
        print('exit', [f.name for f in traceback.extract_tb(tb)])
        return self.swallow
def w(s):
    cm = CM(); cm.swallow = s
    try:
        with cm:
            middle(7)
    finally:
        e = sys.exception()
        if e: print('finally', [f.name for f in traceback.extract_tb(e.__traceback__)])
w(True)
try: w(False)
except ValueError as e: print([(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)])
def fin():
    try:
        middle(8)
    finally:
        return 'swallowed'
print(fin())
def fin2():
    for i in range(2):
        try:
            middle(9)
        finally:
            continue
fin2()
try:
    try: middle(10)
    except* ValueError as g:
        print([f.name for f in traceback.extract_tb(g.exceptions[0].__traceback__)])
        raise
except BaseException as e:
    print(type(e), [f.name for f in traceback.extract_tb(e.__traceback__)])
# with_traceback, set to None in handler
def wt():
    try: middle(11)
    except ValueError as e:
        e.__traceback__ = None
        raise
try: wt()
except ValueError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)])
def wt2():
    try: middle(12)
    except ValueError as e:
        raise e.with_traceback(None)
try: wt2()
except ValueError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)])
# frames of someone who holds his own
def own():
    fr = sys._getframe()
    try: inner(1)
    except ValueError as e: print(e.__traceback__.tb_frame is fr)
    inner(2)
try: own()
except ValueError as e:
    t = e.__traceback__.tb_next
    print(t.tb_frame.f_locals['fr'] is t.tb_frame, names(t.tb_frame), names(t.tb_next.tb_frame))
def rec(n):
    try:
        if n: rec(n - 1)
        else: raise ValueError('deep')
    except ValueError as e:
        if n % 2: raise
        raise KeyError(n) from e
try: rec(5)
except Exception as e: traceback.print_exc(file=sys.stdout)
def nested():
    try:
        inner(1)
    except ValueError as e1:
        try:
            inner(2)
        except ValueError as e2:
            print(e2.__context__ is e1, [f.lineno for f in traceback.extract_tb(e1.__traceback__)], [f.lineno for f in traceback.extract_tb(e2.__traceback__)])
        print(sys.exception() is e1)
nested()
class Keeps:
    kept = []
def cb():
    def raiser():
        x = Probe('cb')
        raise ValueError
    try: raiser()
    except ValueError as e: Keeps.kept.append(e)
    print('still')
cb()
print(names(Keeps.kept[0].__traceback__.tb_next.tb_frame), Keeps.kept[0].__traceback__.tb_frame.f_locals.keys())
Keeps.kept.clear()
gc.collect()
class NoTake:
    def __init__(self, a): pass
    def __del__(self): print('never')
def bad(): raise LookupError
try: NoTake(bad())
except LookupError: print('ok')
class Init:
    def __init__(self): return 1
try: Init()
except TypeError as e: print(e)
class Ex(Exception):
    def __init__(self, a, b=2): self.a = a; super().__init__(a, b)
try: raise Ex(1)
except Ex as e: print(e.args, e.a)
try: raise Ex
except TypeError as e: print(e)
class Ex2(Exception): pass
print(Ex2(1, 2).args, Ex2().args)
try: Ex2(a=1)
except TypeError as e: print(e)
class Meta(type):
    def __call__(cls, *a): return 'meta'
class M(metaclass=Meta):
    def __init__(self): pass
print(M(), M(1, 2))
class MX(Exception, metaclass=Meta): pass
print(MX(1))
