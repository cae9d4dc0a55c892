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
    try: await asyncio.sleep(0.043037 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    try:
        async with asyncio.timeout(0.010424) as tm:
            d, p = await asyncio.wait([asyncio.create_task(leaf(3, 0.111367)), asyncio.create_task(fail(32, 0.125535))], timeout=0.095512)
            log(name, len(d), len(p))
            if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    except TimeoutError as e:
        log(name, 'timeout', 2, repr(e))
    async with Manager(4, False):
        h6 = loop().call_at(loop().time() + 0.102679, log, 'handle', 6)
        loop().call_later(0.052504, h6.cancel)
        log(name, h6.cancelled())
        async with Manager(7, False):
            log(name, 8, lock.locked(), sem.locked())
            try:
                async with asyncio.timeout(0.008633):
                    if tasks: log(name, 10, tasks[10 % len(tasks)].done(), tasks[10 % len(tasks)].cancelled(), tasks[10 % len(tasks)].cancelling())
            except TimeoutError as e:
                log(name, 'timeout', 9, repr(e))
        for i11 in range(1):
            it = counted(12, 3)
            try:
                log(await anext(it))
                loop().call_soon(raises, 14)
            finally:
                log('closes', await it.aclose())
    h16 = loop().call_at(loop().time() + 0.084403, log, 'handle', 16)
    h16.cancel()
    log(name, h16.cancelled())
async def work1(name):
    log(name, await asyncio.shield(fut))
async def work2(name):
    await asyncio.sleep(0.014927)
    log(name, 18)
    async for q in counted(19, 3):
        log(name, 'item', q)
        async with cond:
            log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.037189))
        for i22 in range(2):
            if tasks:
                try: log(name, await asyncio.wait_for(tasks[24 % len(tasks)], 0))
                except Exception as e: log(name, 'waited for', 24, repr(e))
    pass
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(2), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0.103211)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
