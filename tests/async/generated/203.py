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
    try: await asyncio.sleep(0.012569 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(barrier.n_waiting, barrier.broken)
    tasks.append(asyncio.ensure_future(child(f'{name}:2')))
    tasks[-1].add_done_callback(lambda t: log('done', 2, t.cancelled()))
async def work1(name):
    if tasks: tasks[4 % len(tasks)].add_done_callback(raises)
async def work2(name):
    g6 = asyncio.gather(leaf(6, 0.041343), leaf(65, 0.050474), return_exceptions=True)
    loop().call_later(0.003095, g6.cancel)
    try: log(name, await g6)
    except asyncio.CancelledError as e: log(name, 'gathered', 6, repr(e), g6.cancelled())
    if tasks: log(name, 7, tasks[7 % len(tasks)].done(), tasks[7 % len(tasks)].cancelled(), tasks[7 % len(tasks)].cancelling())
    try:
        async with asyncio.timeout(None) as tm9:
            tm9.reschedule(loop().time() + 0.081587)
            await asyncio.sleep(0.070716)
            log(name, 'in time', 9)
    except TimeoutError: log(name, 'late', 9, tm9.expired())
    d, p = await asyncio.wait([asyncio.create_task(leaf(10, 0.117663)), asyncio.create_task(leaf(102, 0.116377))], return_when=asyncio.FIRST_EXCEPTION)
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
async def work3(name):
    tasks.append(asyncio.eager_task_factory(loop(), varied(12)))
    log(name, tasks[-1].done())
async def work4(name):
    g14 = asyncio.gather(leaf(14, 0.007942), leaf(145, 0.061593), return_exceptions=False)
    loop().call_later(0.126246, g14.cancel)
    try: log(name, await g14)
    except asyncio.CancelledError as e: log(name, 'gathered', 14, repr(e), g14.cancelled())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0.038491)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
