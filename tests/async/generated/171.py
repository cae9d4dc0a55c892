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
    match (((await a(1, t(2, [3])))) == (f'{await a(3, x)}') != t(4, [0]) in [t(5, O(0))]):
        case str():
            (max((print((t(6, 3) == t(7, [3]) != t(8, 0) in [3]), t(9, 2))), t(10, O(0)), key=lambda v: str(v)))
            del (o[t(11, 3):y])
        case [a, *b]:
            del o[t(12, 1)], o.p
            assert {await a(13, (f(await a(14, t(15, 0)), k=await a(16, t(17, 3))))): await a(18, (t(19, 'ab') or t(20, 2)))}
            try:
                x, y = (o.m), t(21, 0)
                raise ExceptionGroup('g', [E1(1), E2(2), KeyError('k')])
            except* KeyError as x:
                print(repr(x), end=' ')
                y |= [*O(1), x] in O(0)
                y
                assert [(await a(22, t(23, 'ab'))) async for q in agen(24, [await a(25, q) for q in (1, 2)]) if await a(26, q)]
            except* E2 as x:
                print(repr(x), end=' ')
                o.p, o[y] = t(27, O(0))
                o.p = (await a(28, [t(29, 1) async for q in agen(30, t(31)) if await a(32, q)]))
                [x, (y, z)] = (str(t(33, 3))), t(34, O(0))
        case int(a) if ((lambda: t(35, 'ab'))()):
            n36 = 1
            while (n36 := n36 - 1) >= 0 and t(37, 0):
                y = [await a(38, q) for q in (1, 2)]
                try:
                    (await a(39, ((o.m(t(40, 'ab'), t(41, 'ab'))) if (f'{await a(42, 2)}') else (t(43) + O(3)))))
                    (f(*[t(44, 1) async for q in agen(45, (o(1))) if await a(46, q)]))
                    *x, y = (f(**t(47, 'ab'))), (t(48, 2) + O(0))
                except ValueError:
                    t(50)
                    del o.p
                    del o.p
            else:
                *x, y = (o[x][t(51, [1])]), (t(52, [1]) + t(53, 2))
            o.p = (f(**t(54, O(1))))
            return {await a(55, [t(56, 2), 2]): await a(57, (await a(58, t(59))))}
    [x, (y, z)] = t(60, [0]), (o[t(61, O(0)):y])
    raise E2
async def guard0(x):
    try: print('=>', repr(await run0(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
async def both0(): await asyncio.gather(guard0(0), guard0(1))
asyncio.run(both0())
async def run1(x, y=2, o=O(1)):
    o.p @= (O(0) + [t(62, 3) for q in (t(63, [2]), t(64)) if y])
    assert ((f(await a(65, t(66, 2)), k=await a(67, t(68, 0)))) % (3 if t(69, 3) else t(70, 1))), (f'{await a(71, t(72, O(2)))}')
async def guard1(x):
    try: print('=>', repr(await run1(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
async def stopped1():
    k = asyncio.create_task(guard1(O(2)))
    for _ in range(6): await asyncio.sleep(0)
    k.cancel()
    print('ended', await asyncio.gather(k, return_exceptions=True))
asyncio.run(stopped1())
