# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
steps = 0
def t(n, v=None):
    global steps
    steps += 1
    if steps > 300:
        raise SystemExit('too long')
    print(n, end=' ')
    return v
class E1(Exception): pass
class E2(E1): pass
def boom(n, e=E1):
    print(f'!{n}', end=' ')
    raise e(n)
class C:
    def __init__(self, n, swallows=False, bad=None): self.n, self.swallows, self.bad = n, swallows, bad
    def __enter__(self):
        print(f'enter{self.n}', end=' ')
        if self.bad == 'enter': raise E2('enter')
        return self.n
    def __exit__(self, k, v, tb):
        print(f'exit{self.n}:{k and k.__name__}:{v}', end=' ')
        if self.bad == 'exit': raise E1('exit')
        return self.swallows
    async def __aenter__(self): return self.__enter__()
    async def __aexit__(self, *a): return self.__exit__(*a)
class O:
    def __init__(self, n): self.__dict__['n'] = n
    def __getattr__(self, k): print(f'get.{k}', end=' '); return 3
    def __setattr__(self, k, v): print(f'set.{k}={v}', end=' ')
    def __delattr__(self, k): print(f'del.{k}', end=' ')
    def __getitem__(self, k): print(f'get[{k}]', end=' '); return 4
    def __setitem__(self, k, v): print(f'set[{k}]={v}', end=' ')
    def __delitem__(self, k): print(f'del[{k}]', end=' ')
    def __call__(self, *a, **k): print(f'call{a}{k}', end=' '); return a[0] if a else None
    def __bool__(self): print('bool', end=' '); return self.n % 2 == 1
    def __add__(self, o): print('add', end=' '); return self.n
    def __radd__(self, o): print('radd', end=' '); return self.n
    def __iadd__(self, o): print('iadd', end=' '); return self
    def __lt__(self, o): print('lt', end=' '); return self.n < 2
    def __eq__(self, o): print('eq', end=' '); return self.n == 1
    def __hash__(self): print('hash', end=' '); return 1
    def __iter__(self): print('iter', end=' '); return iter([self.n, 1])
    def __contains__(self, o): print('in', end=' '); return self.n == 2
    def __repr__(self): return f'O{self.n}'
    def __format__(self, s): print(f'fmt:{s}', end=' '); return 'F'
    def __enter__(self): print('enter', end=' '); return self
    def __exit__(self, *a): print('exit', a[0] and a[0].__name__, end=' '); return False
import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in enumerate(name)) % 9973 / 1e6
async def a(n, v=None):
    print(n, end=' ')
    if n % 3 == 0: await asyncio.sleep(0)
    if n % 41 == 40: raise E1(n)
    return v
async def agen(n, v=None):
    try:
        print(f'agen{n}', end=' ')
        yield v
        await asyncio.sleep(0)
        yield n
    finally:
        print(f'agen{n}-end', end=' ')
def f(*a, **k): print(f'f{a}{k}', end=' '); return a[0] if a else 0
async def run0(x, y=2, o=O(1)):
    try:
        *x, y = t(1, 'ab'), (-t(2, 0)), (await a(3, t(4, 'ab'))),
        assert {q: (f(await a(5, 1), k=await a(6, t(7, 'ab')))) for q in [(t(8) or t(9, 'ab'))]}
        if (-t(10)):
            raise
    finally:
        t(11, 'finally')
        async with C(12), C(14) as x:
            assert {q: (f(await a(16, t(17, 'ab')), k=await a(18, y))) for q in [x]}
        async for x in agen(20, [await a(21, q) for q in (1, 2)]):
            if [t(22, 3) for q in O(1) for r in [q, t(23)] if 0 if t(24, O(0))]:
                continue
            try:
                ((str(((lambda a, b=y: a)(3)))) + (boom(25, KeyError)))
                del (o[y:t(26)])
                raise ExceptionGroup('g', [ExceptionGroup('h', [E2(1)]), ValueError(2)])
            except* KeyError as x:
                print(repr(x), end=' ')
                del x
                assert ((await a(27, [await a(28, q) for q in (1, 2)]))), (await a(29, t(30, [0])))
                t(31)
        else:
            ((w := t(32, 0)))
    o[t(33, 1)] |= (max(t(34, [3]), ((lambda a, b=t(35): a)(t(36, 'ab'))), key=lambda v: str(v)))
async def guard0(x):
    try: print('=>', repr(await run0(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
asyncio.run(guard0([1, 2]))
async def run1(x, y=2, o=O(1)):
    o[t(37, O(1)):t(38)] @= (f'{t(39, 1)}-{(y == t(40) != t(41, 0) in [0])!r:>{(O(3))}}')
    ((w := t(42, 1)))
    o[t(43, [3]):t(44, 0)] = (o[t(45, 2)]), (f(**t(46)))
async def guard1(x):
    try: print('=>', repr(await run1(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
async def stopped1():
    k = asyncio.create_task(guard1(0))
    for _ in range(3): await asyncio.sleep(0)
    k.cancel()
    print('ended', await asyncio.gather(k, return_exceptions=True))
asyncio.run(stopped1())
