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
    try: await asyncio.sleep(0.058107 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        async with asyncio.timeout(0) as tm2:
            tm2.reschedule(loop().time() + 0.076551)
            await asyncio.sleep(0.051873)
            log(name, 'in time', 2)
    except TimeoutError: log(name, 'late', 2, tm2.expired())
    tasks.append(asyncio.ensure_future(child(f'{name}:3')))
    tasks[-1].add_done_callback(lambda t: log('done', 3, t.cancelled()))
async def work1(name):
    if lock.locked(): lock.release()
    s7 = asyncio.shield(asyncio.create_task(leaf(7, 0.050960)))
    loop().call_later(0.011519, s7.cancel)
    try: log(await s7)
    except asyncio.CancelledError as e: log(name, 'shield', 7, repr(e))
async def work2(name):
    it = counted(8, 3)
    try:
        log(await anext(it))
        if tasks: log(name, 9, tasks[9 % len(tasks)].done(), tasks[9 % len(tasks)].cancelled(), tasks[9 % len(tasks)].cancelling())
        log(barrier.n_waiting, barrier.broken)
    finally:
        log('closes', await it.aclose())
async def work3(name):
    tasks.append(asyncio.create_task(agen_child(f'{name}.11'), name=f'{name}.11'))
    s13 = asyncio.shield(asyncio.create_task(leaf(13, 0.026347)))
    loop().call_later(0.060692, s13.cancel)
    try: log(await s13)
    except asyncio.CancelledError as e: log(name, 'shield', 13, repr(e))
    await asyncio.sleep(0.016724)
    log(name, 14)
async def work4(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    fut.cancel() if not fut.done() else None
    log(tasks[0].done())
    await asyncio.sleep(0.109028)
    await asyncio.sleep(0.101148)
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
