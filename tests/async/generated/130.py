# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(f'{(asyncio.get_running_loop().time() - start) * 1e6:.0f}', *a)
def odd(name): return sum((i + 3) * ord(c) ** 2 for i, c in enumerate(name)) % 9973 / 1e6
async def leaf(n, d=0):
    log('leaf', n)
    await asyncio.sleep(d)
    return n
async def fail(n, d=0):
    await asyncio.sleep(d)
    print('fail', n)
    raise E1(n)
class Manager:
    def __init__(self, n, swallows): self.n, self.swallows = n, swallows
    async def __aenter__(self): await asyncio.sleep(0); log('enter', self.n)
    async def __aexit__(self, k, v, tb): log('exit', self.n, k and k.__name__); await asyncio.sleep(0); log('exited', self.n); return self.swallows and k is not asyncio.CancelledError
async def counted(n, k):
    try:
        for i in range(k):
            log('count', n, i)
            r = yield i
            await asyncio.sleep(0)
    except E1 as e: log('in generator', e); yield 'caught'
    finally: log('counted', n)
import contextvars
var = contextvars.ContextVar('var', default='unset')
def say(*a): print(*a)
def told(loop, known): print('handler', known['message'].split(' at ')[0], repr(known.get('exception')))
def raises(n, *rest): log('raises', n, var.get()); raise E2(n)
def loop(): return asyncio.get_running_loop()
async def varied(n):
    log('varied', n, var.get()); var.set(n)
    await asyncio.sleep(0)
    log('varied', n, var.get())
    return n
async def child(name):
    try: await asyncio.sleep(0.067768 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    tasks.append(asyncio.Task(agen_child(f'{name}!2'), loop=loop(), eager_start=True, name=f'{name}!2'))
    async with Manager(3, True):
        await barrier.reset()
        d, p = await asyncio.wait([asyncio.create_task(leaf(6, 0.086675)), asyncio.create_task(leaf(62, 0.062542))], timeout=0.069892)
        log(name, len(d), len(p))
        for t_ in p: t_.cancel()
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
async def work1(name):
    queue.put_nowait(7)
    await asyncio.sleep(0.075410)
    log(name, 8)
    it = counted(9, 3)
    try:
        log(await anext(it))
        log(await asyncio.gather(leaf(10), leaf(101, 0.012891), leaf(7, 0.088315), return_exceptions=True))
        asyncio.get_running_loop().call_later(0.118613, log, 'later', 11)
    finally:
        log('closes', await it.aclose())
async def work2(name):
    d, p = await asyncio.wait([asyncio.create_task(leaf(12, 0.122206)), asyncio.create_task(fail(122, 0.063005))], return_when=asyncio.FIRST_COMPLETED)
    log(name, len(d), len(p))
    if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    log(await event.wait())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks[-1].cancel('by main')
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.046092)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
