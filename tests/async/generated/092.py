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
        return [(await a(1, t(2, 'ab'))) for q in (t(3, 3), (o[t(4, 3)])) if (t(5, 2) is t(6, 1))]
        ((t(7, O(1)) if t(8, 'ab') else (o[3][t(9, [3])])) if (await a(10, (t(11, 3) == t(12, 2) != 1 in [y]))) else t(13, 0))
    finally:
        t(14, 'finally')
        del o[y], o.p
    [(o[(f(await a(15, t(16, 2)), k=await a(17, t(18, 0)))):(o.m(t(19), t(20)))]) for q in O(1) for r in [q, t(21, 'ab')] if (max((o[t(22, 3)][x]), t(23, [0]), key=lambda v: str(v))) if {await a(24, (O(2))): await a(25, (await a(26, t(27))))}]
    for x in (1, 2):
        (boom(29, KeyError))
    else:
        0
async def guard0(x):
    try: print('=>', repr(await run0(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
c = run0(0)
try:
    for _ in range(50): print(c.send(None), end=' ')
except BaseException as e: print(type(e).__name__, e)
async def run1(x, y=2, o=O(1)):
    (str((await a(30, x))))
    x = (o[((t(31, [0]), x)[t(32, 'ab')])][(any(t(33, O(3)) for q in (1, 2)))])
async def guard1(x):
    try: print('=>', repr(await run1(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
c = run1(1)
try:
    for _ in range(50): print(c.send(None), end=' ')
except BaseException as e: print(type(e).__name__, e)
async def run2(x, y=2, o=O(1)):
    t(34, 'ab')
    try:
        [(print((f'{t(35, 2)}-{y!r:>{t(36, 2)}}'), (print(y, t(37, [0]))))) for q in O(3) for r in [q, [t(38, 2) for q in O(0) for r in [q, t(39, 1)] if t(40, O(1)) if x] < [await a(41, q) for q in (1, 2)]] if [(max(y, t(42, 3), key=lambda v: str(v))) async for q in agen(43, (o[t(44, O(2))][t(45, 'ab')])) if await a(46, q)] if (o[t(47, 'ab'):(y == t(48, 0) != 2 in [t(49, 2)])])]
        del o[t(50, [3])]
        assert (f'{[t(51, [2]), t(52, 3)]}-{1!r:>{t(53)}}'), 3
        raise ExceptionGroup('g', [E1(1), E2(2), KeyError('k')])
    except* E2 as x:
        print(repr(x), end=' ')
        {**{t(54, 0): (f'{await a(55, t(56, O(3)))}')}, 'a': (str((boom(57, E2))))}
        assert (O(3))
        (o.m([q async for q in agen(58, (await a(59, x)))], {q: ((await a(60, t(61, [0])))) for q in [t(62, O(1))]}))
    except* (ValueError, E2) as x:
        print(repr(x), end=' ')
        del o[t(63)]
        x @= [q async for q in agen(64, t(65, 0))] == [q := x, q] != t(66, O(3)) in [(any(t(67, 3) for q in (1, 2)))]
        assert (f'{await a(68, (o(t(69, O(0)))))}'), x
async def guard2(x):
    try: print('=>', repr(await run2(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
async def stopped2():
    k = asyncio.create_task(guard2(1))
    for _ in range(4): await asyncio.sleep(0)
    k.cancel()
    print('ended', await asyncio.gather(k, return_exceptions=True))
asyncio.run(stopped2())
