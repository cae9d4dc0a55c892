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
    try: await asyncio.sleep(0.119298 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, var.get())
    token2 = var.set(2)
    log(name, var.get())
    it = counted(3, 3)
    log(await anext(it))
    del it
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[5 % len(tasks)], 0.060599))
        except Exception as e: log(name, 'waited for', 5, repr(e))
    async for q in counted(6, 1):
        log(name, 'item', q)
        contextvars.copy_context().run(loop().call_soon, log, 'in context', 8)
        if not fut.done(): fut.cancel()
        log(name, 'fut', fut.done())
async def work1(name):
    tasks.append(asyncio.create_task(varied(11), context=None))
    async with sem:
        log(name, 'sem', 12)
        asyncio.current_task().cancel('self')
        pass
    asyncio.current_task().cancel()
    log([q async for q in counted(18, 1)])
async def work2(name):
    s20 = asyncio.shield(asyncio.create_task(leaf(20, 0.009132)))
    s20.cancel()
    try: log(await s20)
    except asyncio.CancelledError as e: log(name, 'shield', 20, repr(e))
    async with Manager(21, False):
        d, p = await asyncio.wait([asyncio.create_task(leaf(22, 0.114783)), asyncio.create_task(leaf(222, 0.072180))], return_when=asyncio.FIRST_COMPLETED)
        log(name, len(d), len(p))
        for t_ in p: t_.cancel()
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        try:
            async with asyncio.TaskGroup() as tg:
                g23 = tg.create_task(leaf(23, 0.033398))
                tg.create_task(child(f'{name}/23'))
                log(await asyncio.gather(leaf(24), leaf(241, 0.014472), fail(8), return_exceptions=False))
                if not fut.done(): fut.set_result(25)
                log(name, 'fut', fut.done())
        except ExceptionGroup as e:
            log(name, 'group', 23, e.exceptions)
    tasks.append(asyncio.create_task(varied(27), context=contextvars.copy_context()))
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
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
    tasks[-1].cancel('by main')
    tasks[-1].cancel('by main')
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
