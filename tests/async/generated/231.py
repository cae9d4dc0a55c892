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
    try: await asyncio.sleep(0.113151 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    pass
    async for q in counted(2, 3):
        log(name, 'item', q)
        g4 = asyncio.gather(leaf(4, 0.008138), fail(45, 0.113302), return_exceptions=True)
        loop().call_later(0.089626, g4.cancel)
        try: log(name, await g4)
        except BaseException as e: log(name, 'gathered', 4, repr(e), g4.cancelled())
    async with sem:
        log(name, 'sem', 5)
        queue.task_done()
        tasks[-1].set_name('renamed8')
        log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
        log(barrier.n_waiting, barrier.broken)
        async with cond:
            cond.notify_all()
            log(name, 'cond', 10)
    await asyncio.sleep(0)
async def work1(name):
    log(await asyncio.wait_for(leaf(12, 0.095395), 0.038667))
    try:
        async for q in counted(14, 1):
            log(name, 'item', q)
            queue.put_nowait(15)
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        log(await asyncio.gather(leaf(17), leaf(171, 0.101066), leaf(7, 0.118724), return_exceptions=True))
        log(name, 'put', 18)
        await queue.put(18)
    finally:
        log(name, 'finally', 13)
    tasks.append(asyncio.ensure_future(child(f'{name}:19')))
    tasks[-1].add_done_callback(lambda t: log('done', 19, t.cancelled()))
    it = counted(20, 3)
    log(await anext(it))
    del it
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    event.set()
    fut.cancel() if not fut.done() else None
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.059106)
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
