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
    try: await asyncio.sleep(0.071983 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, 'got', await queue.get())
    contextvars.copy_context().run(loop().call_soon, log, 'in context', 3)
    log(name, 'put', 4)
    await queue.put(4)
async def work1(name):
    try:
        log(name, var.get())
        token7 = var.set(7)
        var.reset(token7)
        log(name, var.get())
        await asyncio.sleep(0.088932)
        log(name, 8)
        pass
    except BaseException as e:
        log(name, 'caught', 5, repr(e))
        log(name, await asyncio.shield(fut))
        log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
        raise
    log(name, 12, event.is_set())
    event.set(); event.clear()
    g14 = asyncio.gather(leaf(14, 0.012382), fail(145, 0.047058), return_exceptions=False)
    loop().call_later(0.049667, g14.cancel)
    try: log(name, await g14)
    except BaseException as e: log(name, 'gathered', 14, repr(e), g14.cancelled())
    async with Manager(15, False):
        log(queue.get_nowait())
async def work2(name):
    g18 = asyncio.gather(leaf(18, 0.129201), fail(185, 0.074838), return_exceptions=False)
    loop().call_later(0.103353, g18.cancel)
    try: log(name, await g18)
    except BaseException as e: log(name, 'gathered', 18, repr(e), g18.cancelled())
    it20 = counted(20, 3)
    log(await it20.asend(None))
    log(await it20.athrow(E1(20)))
    log(await anext(it20, 'over'))
async def work3(name):
    log(await asyncio.gather(leaf(21), leaf(211, 0.049757), fut, return_exceptions=True))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    await asyncio.sleep(0)
    await asyncio.sleep(0.039455)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
