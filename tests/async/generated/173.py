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
    try: await asyncio.sleep(0.041778 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    tasks.append(asyncio.create_task(varied(2), context=contextvars.copy_context()))
    asyncio.get_running_loop().call_soon(log, 'soon', 3)
    pass
    loop().call_soon(raises, 6)
async def work1(name):
    it = counted(7, 3)
    try:
        log(await anext(it))
        if tasks: tasks[9 % len(tasks)].add_done_callback(lambda t: raises(9))
        g11 = asyncio.gather(leaf(11, 0.109750), fail(115, 0.067283), return_exceptions=True)
        loop().call_later(0.031741, g11.cancel)
        try: log(name, await g11)
        except BaseException as e: log(name, 'gathered', 11, repr(e), g11.cancelled())
    finally:
        log('closes', await it.aclose())
    try:
        async with Manager(13, True):
            async with sem:
                log(name, 'sem', 14)
                if tasks:
                    try: log(name, await asyncio.wait_for(tasks[16 % len(tasks)], 0.018827))
                    except Exception as e: log(name, 'waited for', 16, repr(e))
        log(name, var.get())
        token18 = var.set(18)
        var.reset(token18)
        log(name, var.get())
    finally:
        log(name, 'finally', 12)
        d, p = await asyncio.wait([asyncio.create_task(leaf(19, 0.006791)), asyncio.create_task(fail(192, 0.099522))])
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
async def work2(name):
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[21 % len(tasks)], 0.086457))
        except Exception as e: log(name, 'waited for', 21, repr(e))
    queue.put_nowait(22)
    s24 = asyncio.shield(asyncio.create_task(leaf(24, 0.079994)))
    s24.cancel()
    try: log(await s24)
    except asyncio.CancelledError as e: log(name, 'shield', 24, repr(e))
    it = counted(25, 3)
    log(await anext(it))
    del it
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0)
    tasks[0].cancel()
    fut.cancel() if not fut.done() else None
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
