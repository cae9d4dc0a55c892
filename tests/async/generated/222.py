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
    try: await asyncio.sleep(0.035524 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    loop().call_soon(raises, 2)
    asyncio.current_task().cancel()
    try:
        log(queue.get_nowait())
        try:
            tasks.append(asyncio.create_task(varied(9), context=None))
            sem.release()
        finally:
            log(name, 'finally', 7)
    except asyncio.CancelledError as e:
        log(name, 'caught', 5, repr(e))
        log(name, var.get())
        token13 = var.set(13)
        var.reset(token13)
        log(name, var.get())
        raise
    async with sem:
        log(name, 'sem', 14)
        loop().call_later(0.027870, raises, 16, context=contextvars.Context())
        log(name, await fut)
        log([q async for q in counted(18, 3)])
        async with sem:
            log(name, 'sem', 19)
            log(name, 20, lock.locked(), sem.locked())
            try:
                log([q async for q in counted(22, 3)])
            finally:
                log(name, 'finally', 21)
                asyncio.get_running_loop().call_later(0.101642, log, 'later', 23)
async def work1(name):
    async for q in counted(24, 1):
        log(name, 'item', q)
        try:
            tasks.append(asyncio.create_task(varied(27), context=None))
        except asyncio.TimeoutError as e:
            log(name, 'caught', 25, repr(e))
            log(queue.qsize(), queue.empty(), queue.full())
            raise
        loop().call_soon(raises, 30)
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.018564, 31)), asyncio.create_task(leaf(313, 0.015736))], timeout=0.129140):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        async with sem:
            log(name, 'sem', 32)
            queue.put_nowait(33)
            loop().call_soon(raises, 35)
async def work2(name):
    log([q async for q in counted(36, 3)])
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(2), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
