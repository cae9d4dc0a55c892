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
    try: await asyncio.sleep(0.082169 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    queue.task_done()
async def work1(name):
    try:
        asyncio.get_running_loop().call_later(0.115516, log, 'later', 4)
        tasks.append(asyncio.create_task(child(f'{name}.5'), name=f'{name}.5'))
        queue.put_nowait(6)
    finally:
        log(name, 'finally', 3)
        asyncio.get_running_loop().call_later(0.127479, log, 'later', 7)
        if not fut.done(): fut.set_result(8)
        log(name, 'fut', fut.done())
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(10, 0.101578), loop())))
async def work2(name):
    log(await asyncio.wait_for(leaf(11, 0.050376), 0.061399))
    async with cond:
        cond.notify(2)
        log(name, 'cond', 12)
    try:
        log([q async for q in counted(14, 3)])
        try:
            async with asyncio.timeout(0.111219):
                async with barrier as at: log(name, at)
                await barrier.reset()
        except E1 as e:
            log(name, 'timeout', 15, repr(e))
        log(name, 20, lock.locked(), sem.locked())
        it22 = counted(22, 3)
        log(await it22.asend(None))
        log(await it22.athrow(E1(22)))
        log(await anext(it22, 'over'))
    finally:
        log(name, 'finally', 13)
        async with cond:
            cond.notify_all()
            log(name, 'cond', 23)
        d, p = await asyncio.wait([asyncio.create_task(leaf(24, 0.063196)), asyncio.create_task(fail(242, 0.023891))], timeout=0.060004)
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    tasks.append(asyncio.create_task(child(f'{name}.25'), name=f'{name}.25'))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
