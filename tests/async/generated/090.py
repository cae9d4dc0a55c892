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
    try: await asyncio.sleep(0.013595 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with cond:
        cond.notify(2)
        log(name, 'cond', 1)
    async with sem:
        log(name, 'sem', 2)
        async for q in counted(3, 1):
            log(name, 'item', q)
            try:
                try:
                    async with asyncio.timeout(0.127060) as tm6:
                        tm6.reschedule(loop().time() + 0.104354)
                        await asyncio.sleep(0.039771)
                        log(name, 'in time', 6)
                except TimeoutError: log(name, 'late', 6, tm6.expired())
            finally:
                log(name, 'finally', 4)
                loop().call_soon(raises, 8)
                queue.shutdown(immediate=True)
        h12 = loop().call_later(0.108410, log, 'handle', 12)
        loop().call_later(0.121093, h12.cancel)
        log(name, h12.cancelled())
        tasks.append(asyncio.ensure_future(child(f'{name}:13')))
        tasks[-1].add_done_callback(lambda t: log('done', 13, t.cancelled()))
    try:
        async with asyncio.timeout(0.016477):
            pass
            tasks.append(asyncio.Task(child(f'{name}!17'), loop=loop(), eager_start=True, name=f'{name}!17'))
            async with lock:
                log(name, 'lock', 18)
                queue.put_nowait(19)
                try:
                    await asyncio.sleep(0)
                    if tasks: log(name, 'cancel', 22, tasks[22 % len(tasks)].cancel())
                finally:
                    log(name, 'finally', 20)
            await barrier.abort()
    except TimeoutError as e:
        log(name, 'timeout', 14, repr(e))
async def work1(name):
    loop().call_later(0.034672, raises, 26, context=contextvars.Context())
async def work2(name):
    if tasks: tasks[28 % len(tasks)].add_done_callback(lambda t: raises(28))
    try:
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    except asyncio.CancelledError as e:
        log(name, 'caught', 29, repr(e))
        log(name, await fut)
        await asyncio.sleep(0.106992)
        log(name, 32)
    await barrier.reset()
    log(await asyncio.gather(leaf(35), leaf(351, 0.092924), fut, return_exceptions=True))
async def work3(name):
    log(name, 36, lock.locked(), sem.locked())
    d, p = await asyncio.wait([asyncio.create_task(leaf(37, 0.076274)), asyncio.create_task(fail(372, 0.058890))], return_when=asyncio.FIRST_COMPLETED)
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    pass
    await asyncio.sleep(0.112788)
    log(name, 39)
async def work4(name):
    log(await asyncio.gather(leaf(40), leaf(401, 0.065295), leaf(9), return_exceptions=False))
    log(name, 41, lock.locked(), sem.locked())
    log(name, var.get())
    token43 = var.set(43)
    var.reset(token43)
    log(name, var.get())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.127938)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
