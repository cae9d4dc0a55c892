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
    try: await asyncio.sleep(0.015848 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    tasks.append(asyncio.create_task(agen_child(f'{name}.1'), name=f'{name}.1'))
    tasks.append(asyncio.create_task(varied(3), context=None))
    try:
        async with asyncio.TaskGroup() as tg:
            g4 = tg.create_task(leaf(4, 0.057939))
            tg.create_task(child(f'{name}/4'))
            log(name, 'got', await queue.get())
            try:
                async with asyncio.timeout(None) as tm7:
                    tm7.reschedule(loop().time() + 0.031465)
                    await asyncio.sleep(0.096489)
                    log(name, 'in time', 7)
            except TimeoutError: log(name, 'late', 7, tm7.expired())
            async for q in counted(8, 2):
                log(name, 'item', q)
                log(name, 9, event.is_set())
                event.set(); event.clear()
            log(name, await asyncio.shield(fut))
    except ExceptionGroup as e:
        log(name, 'group', 4, e.exceptions)
async def work1(name):
    log(queue.get_nowait())
    tasks[-1].set_name('renamed13')
    log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    try:
        async with asyncio.TaskGroup() as tg:
            g14 = tg.create_task(fail(14, 0.007183))
            tg.create_task(child(f'{name}/14'))
            try:
                async for q in counted(16, 4):
                    log(name, 'item', q)
                    d, p = await asyncio.wait([asyncio.create_task(leaf(17, 0.056688)), asyncio.create_task(leaf(172, 0.013577))], return_when=asyncio.FIRST_COMPLETED)
                    log(name, len(d), len(p))
                    for t_ in p: t_.cancel()
                    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
                pass
            except asyncio.CancelledError as e:
                log(name, 'caught', 15, repr(e))
                async with cond:
                    log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.113166))
                raise
            log(name, 'got', await queue.get())
    except ExceptionGroup as e:
        log(name, 'group', 14, e.exceptions)
async def work2(name):
    if tasks: log(name, 22, tasks[22 % len(tasks)].done(), tasks[22 % len(tasks)].cancelled(), tasks[22 % len(tasks)].cancelling())
    log(name, queue.qsize())
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.058211))
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.114491, 27)), asyncio.create_task(leaf(273, 0.087733))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    log(tasks[0].done())
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
