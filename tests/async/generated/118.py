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
    try: await asyncio.sleep(0.111882 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    it2 = counted(2, 3)
    log(await it2.asend(None))
    await it2.aclose()
    log(await anext(it2, 'over'))
    try:
        async with asyncio.timeout(0.066238) as tm:
            d, p = await asyncio.wait([asyncio.create_task(leaf(4, 0.053899)), asyncio.create_task(leaf(42, 0.129837))], timeout=0.060343)
            log(name, len(d), len(p))
            pass
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    except E1 as e:
        log(name, 'timeout', 3, repr(e))
async def work1(name):
    log(name, var.get())
    token6 = var.set(6)
    log(name, var.get())
    d, p = await asyncio.wait([asyncio.create_task(leaf(7, 0.070102)), asyncio.create_task(fail(72, 0.033721))], return_when=asyncio.FIRST_COMPLETED)
    log(name, len(d), len(p))
    if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
async def work2(name):
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work3(name):
    async for q in counted(9, 4):
        log(name, 'item', q)
        if not fut.done(): fut.cancel()
        log(name, 'fut', fut.done())
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.046108))
async def work4(name):
    try:
        async with asyncio.timeout(0.129301):
            tasks[-1].set_name('renamed15')
            log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    except TimeoutError as e:
        log(name, 'timeout', 13, repr(e))
    tasks.append(asyncio.create_task(agen_child(f'{name}.16'), name=f'{name}.16'))
    try:
        f19 = loop().create_future()
        f19.add_done_callback(lambda f: log('future', 19, f.cancelled()))
        loop().call_later(0.073950, f19.cancel)
        log(name, await f19)
    except E1 as e:
        log(name, 'caught', 17, repr(e))
        if tasks: tasks[21 % len(tasks)].add_done_callback(lambda t: raises(21))
        async with cond:
            log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.030225))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    event.set()
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.080010)
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
