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
    def g1(a={**{t(2): t(3, 3)}, 'a': t(4, 3)}, *b, c=t(5, 2)):
        global gl
        del o[3]
        try:
            (o([t(101, O(0)) for q in O(2) for r in [q, t(102, 0)] if 0 if t(103, 3)] + t(104, O(2))))
        except ValueError as e:
            t(106)
            o[t(107, 0)] -= (((t(108), t(109))[t(110, 2)]) < 2)
        else:
            [x, (y, z)] = (t(111, 3) == t(112, 2) != 0 in [t(113, O(3))]), (o[t(114, 1):t(115)]), (y % t(116, O(2)))
        try:
            x
        except t(117, E1):
            t(118)
            (boom(119, KeyError))
            o.p //= (o[{q: t(120) for q in [t(121, 2)]}:[lambda: t(122, 1)][0]()])
            del o[t(123)], o.p
    g1([q async for q in agen(6, t(7, 2))])
    [[q async for q in agen(224, (f(**t(225, 1))))] for q in O(0) for r in [q, (((await a(226, t(227)))) not in ([await a(228, q) for q in (1, 2)], (f'{await a(229, t(230, 0))}')))] if [await a(231, q) for q in (1, 2)] if (f(await a(232, [t(233, O(3)) async for q in agen(234, t(235, 3)) if await a(236, q)]), k=await a(237, (t(238) < t(239, O(2))))))]
    async with C(240, True) as (x, y), C(242, True) as o[t(243, 3)]:
        try:
            {t(244, O(3)), [q async for q in agen(245, (f(await a(246, t(247, 2)), k=await a(248, t(249, 2)))))]}
            assert ((await a(250, t(251, O(0)))) is t(252, 3)), (t(253, O(3)) and x)
            x, y = [q async for q in agen(254, t(255, [3]))], [t(256, 0) async for q in agen(257, t(258, [1])) if await a(259, q)]
            raise E1(5)
        except* (ValueError, E2) as x:
            print(repr(x), end=' ')
            del o[t(260, [1])], o.p
        o[x:t(261, [0])] = (f((t(262, O(2)) // y), k=(o.m), *[((await a(263, y)))], **{'z': (o[t(264)][t(265, [2])])}))
async def guard0(x):
    try: print('=>', repr(await run0(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
async def stopped0():
    k = asyncio.create_task(guard0(O(2)))
    for _ in range(3): await asyncio.sleep(0)
    k.cancel()
    print('ended', await asyncio.gather(k, return_exceptions=True))
asyncio.run(stopped0())
