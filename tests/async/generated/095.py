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
    try: await asyncio.sleep(0.060004 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if tasks: tasks[2 % len(tasks)].add_done_callback(raises)
async def work1(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    async with sem:
        log(name, 'sem', 4)
        try:
            async with asyncio.timeout(0.081192) as tm6:
                tm6.reschedule(loop().time() + 0.120836)
                await asyncio.sleep(0.122701)
                log(name, 'in time', 6)
        except TimeoutError: log(name, 'late', 6, tm6.expired())
        it = counted(7, 3)
        try:
            log(await anext(it))
            log(barrier.n_waiting, barrier.broken)
        finally:
            log('closes', await it.aclose())
        try:
            try:
                it12 = counted(12, 3)
                log(await it12.asend(None))
                await it12.aclose()
                log(await anext(it12, 'over'))
                pass
            except asyncio.CancelledError as e:
                log(name, 'caught', 10, repr(e))
                g15 = asyncio.gather(leaf(15, 0.100200), fail(155, 0.095764), return_exceptions=True)
                loop().call_later(0.050527, g15.cancel)
                try: log(name, await g15)
                except asyncio.CancelledError as e: log(name, 'gathered', 15, repr(e), g15.cancelled())
                raise
            contextvars.copy_context().run(loop().call_soon, log, 'in context', 17)
        finally:
            log(name, 'finally', 9)
            if tasks: tasks[19 % len(tasks)].add_done_callback(raises)
            tasks.append(asyncio.create_task(varied(21), context=None))
    loop().call_later(0.054761, raises, 23, context=contextvars.Context())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks[-1].cancel('by main')
    fut.cancel() if not fut.done() else None
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
