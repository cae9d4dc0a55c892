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
    try: await asyncio.sleep(0.102674 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
    s3 = asyncio.shield(asyncio.create_task(leaf(3, 0.071516)))
    s3.cancel()
    try: log(await s3)
    except asyncio.CancelledError as e: log(name, 'shield', 3, repr(e))
async def work1(name):
    async with Manager(4, False):
        async with cond:
            log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.125772))
    log(await asyncio.wait_for(leaf(7, 0.040918), 0.069593))
    pass
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work2(name):
    if tasks: tasks[11 % len(tasks)].add_done_callback(lambda t: raises(11))
    async for q in counted(12, 2):
        log(name, 'item', q)
        if tasks: tasks[14 % len(tasks)].add_done_callback(lambda t: raises(14))
        if not fut.done(): fut.set_result(15)
        log(name, 'fut', fut.done())
        if tasks: log(name, 16, tasks[16 % len(tasks)].done(), tasks[16 % len(tasks)].cancelled(), tasks[16 % len(tasks)].cancelling())
        g18 = asyncio.gather(leaf(18, 0.090466), leaf(185, 0.065730), return_exceptions=False)
        loop().call_later(0.039738, g18.cancel)
        try: log(name, await g18)
        except asyncio.CancelledError as e: log(name, 'gathered', 18, repr(e), g18.cancelled())
    d, p = await asyncio.wait([asyncio.create_task(leaf(19, 0.066187)), asyncio.create_task(fail(192, 0.051721))], return_when=asyncio.FIRST_EXCEPTION)
    log(name, len(d), len(p))
    if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    try:
        await asyncio.sleep(0.079269)
        log(name, 21)
        log([q async for q in counted(22, 2)])
    except Exception as e:
        log(name, 'caught', 20, repr(e))
        log(barrier.n_waiting, barrier.broken)
        tasks.append(asyncio.create_task(child(f'{name}.24'), name=f'{name}.24'))
        raise
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
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
