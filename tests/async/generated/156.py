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
    try: await asyncio.sleep(0.043550 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    asyncio.current_task().cancel('self')
    log(await event.wait())
    it5 = counted(5, 3)
    log(await it5.asend(None))
    log(await it5.athrow(E1(5)))
    log(await anext(it5, 'over'))
    log([q async for q in counted(6, 2)])
async def work1(name):
    async with lock:
        log(name, 'lock', 7)
        f9 = loop().create_future()
        f9.add_done_callback(lambda f: log('future', 9, f.cancelled()))
        loop().call_later(0.115668, f9.set_result, 3)
        log(name, await f9)
    asyncio.get_running_loop().call_later(0.037128, log, 'later', 10)
    tasks[-1].set_name('renamed12')
    log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    try:
        async with asyncio.timeout(0.064694) as tm:
            try:
                async with asyncio.TaskGroup() as tg:
                    g14 = tg.create_task(leaf(14, 0.020245))
                    tg.create_task(child(f'{name}/14'))
                    await asyncio.sleep(0.117807)
                    log(name, 15)
                    try:
                        log(name, 'got', await queue.get())
                    finally:
                        log(name, 'finally', 16)
                        log(name, 'got', await queue.get())
            except ExceptionGroup as e:
                log(name, 'group', 14, e.exceptions)
            tasks.append(asyncio.create_task(varied(20), context=None))
            async with sem:
                log(name, 'sem', 21)
                d, p = await asyncio.wait([asyncio.create_task(leaf(22, 0.085998)), asyncio.create_task(fail(222, 0.020261))], return_when=asyncio.FIRST_EXCEPTION)
                log(name, len(d), len(p))
                for t_ in p: t_.cancel()
                for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            tasks.append(asyncio.ensure_future(child(f'{name}:23')))
            tasks[-1].add_done_callback(lambda t: log('done', 23, t.cancelled()))
    except TimeoutError as e:
        log(name, 'timeout', 13, repr(e))
async def work2(name):
    loop().call_later(0.014430, raises, 25, context=contextvars.Context())
    if len(tasks) % 2:
        log(await asyncio.gather(leaf(27), leaf(271, 0.057148), fut, return_exceptions=True))
    else:
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.023822, 28)), asyncio.create_task(leaf(283, 0.009155))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        log(barrier.n_waiting, barrier.broken)
    await asyncio.sleep(0.103350)
    log(name, 30)
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.098012))[:5])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    fut.cancel() if not fut.done() else None
    log(tasks[0].done())
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
