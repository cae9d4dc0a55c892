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
    t(1, 2)
    try:
        o[t(2, 1):t(3, 3)] *= (f(((w := t(4, 'ab'))), k=((t(5, 0), *[t(6, 3)])), *[t(7)], **{'z': (o[t(8, 0)])}))
        raise E1(5)
    except* E1 as x:
        print(repr(x), end=' ')
        assert [[t(9, 2), t(10, 3)] async for q in agen(11, (1 < t(12, 'ab'))) if await a(13, q)], (O(1) + t(14, O(1)))
        del o.p
    except* KeyError as x:
        print(repr(x), end=' ')
        x @= [*O(0), x]
    async for x in agen(17, t(18, 3)):
        if (f(t(19, 'ab'), k={**{t(20, O(2)): 3}, 'a': y}, *[(any(t(21, 'ab') for q in (1, 2)))], **{'z': (f(await a(22, y), k=await a(23, t(24, 0))))})):
            ((await a(25, (t(26, O(1)) is t(27, O(3))))) // ((await a(28, ((await a(29, 2)))))))
            x = o[t(30, 1)].q = (((y, t(31, 1))[t(32, 3)]) < (f'{await a(33, y)}'))
            (0 or ((2 < y) % (str(t(34, O(0))))))
        else:
            try:
                assert (boom(35, E2)), t(36, 2)
                [x, (y, z)] = [q async for q in agen(37, x)], t(38, O(1))
                t(39)
                raise ExceptionGroup('g', [E1(1), E2(2), KeyError('k')])
            except* Exception as x:
                print(repr(x), end=' ')
                (f(await a(40, t(41, 'ab')), k=await a(42, [[t(43, [1]), 2] async for q in agen(44, (f(**t(45, 'ab')))) if await a(46, q)])))
                o[t(47, 'ab')].q = (f(**0)), (o[y:t(48, O(3))])
                t(49, 2)
            except* KeyError as x:
                print(repr(x), end=' ')
                y = {await a(50, (o[y][t(51, [1])])): await a(52, [t(53, [1]) async for q in agen(54, t(55, 3)) if await a(56, q)])}
                assert ((w := (await a(57, t(58, 2)))))
                y = o.p = (f(await a(59, ((await a(60, t(61, [1]))))), k=await a(62, x)))
            o[t(63, 2):t(64, O(1))] = {await a(65, y): await a(66, t(67))}, (t(68, 0) not in (x, t(69, 0)))
async def guard0(x):
    try: print('=>', repr(await run0(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
try: asyncio.run(run0(1))
except Exception as e: print(type(e).__name__, e)
async def run1(x, y=2, o=O(1)):
    o[1:t(70, 1)] = [q async for q in agen(71, (-x))]
    (x, *y) = (t(72, [0]) == t(73, 2) != t(74, 3) in [y]), (t(75, 'ab') < y < t(76, 'ab'))
async def guard1(x):
    try: print('=>', repr(await run1(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
async def stopped1():
    k = asyncio.create_task(guard1(1))
    for _ in range(2): await asyncio.sleep(0)
    k.cancel()
    print('ended', await asyncio.gather(k, return_exceptions=True))
asyncio.run(stopped1())
