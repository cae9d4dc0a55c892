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
    try: await asyncio.sleep(0.118060 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    d, p = await asyncio.wait([asyncio.create_task(leaf(2, 0.114529)), asyncio.create_task(leaf(22, 0.023758))], return_when=asyncio.FIRST_COMPLETED)
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    pass
async def work1(name):
    log(queue.get_nowait())
    asyncio.current_task().cancel()
    asyncio.get_running_loop().call_later(0.102933, log, 'later', 7)
    await barrier.reset()
async def work2(name):
    if tasks: log(name, 10, tasks[10 % len(tasks)].done(), tasks[10 % len(tasks)].cancelled(), tasks[10 % len(tasks)].cancelling())
    async for f12 in asyncio.as_completed([leaf(12, 0.098842), fail(126, 0.077803)]):
        log(name, f12.done(), repr(f12.exception()))
    async for f14 in asyncio.as_completed([leaf(14, 0.020970), fail(146, 0.058851)]):
        log(name, f14.done(), repr(f14.exception()))
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.102528, 15)), asyncio.create_task(leaf(153, 0.009177))], timeout=0.041304):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def work3(name):
    try:
        async with asyncio.timeout(0.044109) as tm:
            log(name, await asyncio.shield(fut))
    except E1 as e:
        log(name, 'timeout', 16, repr(e))
    loop().call_later(0.073841, raises, 19, context=contextvars.Context())
async def work4(name):
    async with Manager(20, True):
        async with sem:
            log(name, 'sem', 21)
            queue.task_done()
            d, p = await asyncio.wait([asyncio.create_task(leaf(24, 0.116887)), asyncio.create_task(leaf(242, 0.000523))])
            log(name, len(d), len(p))
            for t_ in p: t_.cancel()
            for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    queue.put_nowait(25)
    if not fut.done(): fut.set_exception(E2(26))
    log(name, 'fut', fut.done())
    if not fut.done(): fut.set_exception(E2(27))
    log(name, 'fut', fut.done())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    await asyncio.sleep(0)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
