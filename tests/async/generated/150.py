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
    try: await asyncio.sleep(0.022540 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    asyncio.get_running_loop().call_soon(log, 'soon', 1)
    contextvars.copy_context().run(loop().call_soon, log, 'in context', 3)
async def work1(name):
    tasks[-1].set_name('renamed5')
    log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    if tasks: tasks[7 % len(tasks)].add_done_callback(raises)
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[9 % len(tasks)], 0))
        except Exception as e: log(name, 'waited for', 9, repr(e))
async def work2(name):
    h11 = loop().call_at(loop().time() + 0.090680, log, 'handle', 11)
    h11.cancel()
    log(name, h11.cancelled())
    for i12 in range(2):
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        log(name, 14, lock.locked(), sem.locked())
        try:
            async with asyncio.timeout(None) as tm16:
                tm16.reschedule(loop().time() + 0.104332)
                await asyncio.sleep(0.111988)
                log(name, 'in time', 16)
        except TimeoutError: log(name, 'late', 16, tm16.expired())
    try:
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.052554, 18)), asyncio.create_task(leaf(183, 0.062908))], timeout=0.027605):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        if tasks:
            try: log(name, await asyncio.wait_for(tasks[20 % len(tasks)], 0.080655))
            except Exception as e: log(name, 'waited for', 20, repr(e))
        h22 = loop().call_at(loop().time() + 0.029105, log, 'handle', 22)
        h22.cancel()
        log(name, h22.cancelled())
        try:
            async with asyncio.timeout(0.101860):
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
                d, p = await asyncio.wait([asyncio.create_task(leaf(25, 0.015778)), asyncio.create_task(fail(252, 0.124957))], return_when=asyncio.FIRST_EXCEPTION)
                log(name, len(d), len(p))
                pass
                for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        except TimeoutError as e:
            log(name, 'timeout', 23, repr(e))
    finally:
        log(name, 'finally', 17)
        if tasks: log(name, 'cancel', 26, tasks[26 % len(tasks)].cancel())
        g28 = asyncio.gather(leaf(28, 0.024643), leaf(285, 0.080279), return_exceptions=False)
        loop().call_later(0.027391, g28.cancel)
        try: log(name, await g28)
        except asyncio.CancelledError as e: log(name, 'gathered', 28, repr(e), g28.cancelled())
    if tasks: log(name, 29, tasks[29 % len(tasks)].done(), tasks[29 % len(tasks)].cancelled(), tasks[29 % len(tasks)].cancelling())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks[0].cancel()
    event.set()
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
