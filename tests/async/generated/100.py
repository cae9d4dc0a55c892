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
    return {q: (o[y]) for q in [(o(t(1)))]}
    o[t(2, 2)] = o[t(3)].q = (f'{await a(4, t(5, O(1)))}')
async def guard0(x):
    try: print('=>', repr(await run0(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
async def stopped0():
    k = asyncio.create_task(guard0([1, 2]))
    for _ in range(3): await asyncio.sleep(0)
    k.cancel()
    print('ended', await asyncio.gather(k, return_exceptions=True))
asyncio.run(stopped0())
async def run1(x, y=2, o=O(1)):
    x, y = (0 not in (t(6, 3), t(7, 3)))
    ((await a(8, ((await a(9, t(10, O(3)))) % (boom(11, KeyError))))))
async def guard1(x):
    try: print('=>', repr(await run1(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
c = run1(0)
try:
    for _ in range(50): print(c.send(None), end=' ')
except BaseException as e: print(type(e).__name__, e)
async def run2(x, y=2, o=O(1)):
    async for x in agen(14, (t(15, 'ab') == y != t(16, 0) in [t(17)])):
        if [await a(18, q) for q in (1, 2)] + O(3):
            try:
                del o[y], o.p
                [await a(19, q) for q in (1, 2)]
                raise ExceptionGroup('g', [ExceptionGroup('h', [E2(1)]), ValueError(2)])
            except* (ValueError, E2) as x:
                print(repr(x), end=' ')
                o[y].q = t(20, 2)
            except* KeyError as x:
                print(repr(x), end=' ')
                del o[x]
            if (str((f(**t(21, 0))))):
                del x
                *x, y = (o(0))
            z = y = t(22, O(3))
        with C(23) as (x, y):
            match (f(await a(25, x), k=await a(26, (await a(27, y))))):
                case O(n=a):
                    del o[t(28)]
                    *x, y = {await a(29, t(30, O(0))): await a(31, t(32, 3))}
                case _:
                    [(f(await a(33, t(34, [3])), k=await a(35, y))) for q in ([t(36, [2]), y], t(37, [2])) if {await a(38, t(39, 3)): await a(40, 2)}] or {**{(str(t(41, 1))): t(42, 'ab')}, 'a': 1}
                    assert x
            del o[t(43, 'ab')]
    else:
        del o[0]
        n44 = 3
        while (n44 := n44 - 1) >= 0 and (await a(45, t(46, [2]))):
            assert (o(((lambda a, b=y: a)(t(47)))))
    return {((x, x)[t(48, 'ab')]), y}
    assert [lambda: t(49)][0]()
async def guard2(x):
    try: print('=>', repr(await run2(x)).split(' at 0x')[0][:200])
    except Exception as e: print('=>', type(e).__name__, e, repr(e.__context__))
steps = 0
try: asyncio.run(run2(O(2)))
except Exception as e: print(type(e).__name__, e)
