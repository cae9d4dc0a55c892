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
    try: await asyncio.sleep(0.042536 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, 'got', await queue.get())
    tasks.append(asyncio.eager_task_factory(loop(), varied(3)))
    log(name, tasks[-1].done())
async def work1(name):
    async for q in counted(4, 3):
        log(name, 'item', q)
        try:
            async with asyncio.timeout(0.076456) as tm6:
                tm6.reschedule(loop().time() + 0.047171)
                await asyncio.sleep(0.044643)
                log(name, 'in time', 6)
        except TimeoutError: log(name, 'late', 6, tm6.expired())
        queue.put_nowait(7)
        async with lock:
            log(name, 'lock', 8)
            log(name, 'got', await queue.get())
            log([q async for q in counted(10, 3)])
async def work2(name):
    async for q in counted(11, 3):
        log(name, 'item', q)
        queue.task_done()
    async with lock:
        log(name, 'lock', 13)
        loop().call_soon(raises, 15)
        async with lock:
            log(name, 'lock', 16)
            log(name, queue.qsize())
        async with cond:
            log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.025290))
        log(name, 21, lock.locked(), sem.locked())
    log(name, await asyncio.wait_for(queue.join(), 0.038241))
async def work3(name):
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(25, 0.013330), loop())))
    if len(tasks) % 2:
        sem.release()
        async with lock:
            log(name, 'lock', 29)
            if len(tasks) % 2:
                pass
            else:
                log(name, 32, lock.locked(), sem.locked())
                log([q async for q in counted(33, 1)])
            loop().call_later(0.099814, raises, 35, context=contextvars.Context())
        log(name, await asyncio.shield(fut))
    else:
        asyncio.get_running_loop().call_soon(log, 'soon', 37)
    queue.task_done()
async def work4(name):
    try:
        f41 = loop().create_future()
        f41.add_done_callback(lambda f: log('future', 41, f.cancelled()))
        loop().call_later(0.040678, f41.set_exception, E1(4))
        log(name, await f41)
        async with lock:
            log(name, 'lock', 42)
            pass
        asyncio.get_running_loop().call_later(0.081675, log, 'later', 44)
    finally:
        log(name, 'finally', 39)
    log(name, var.get())
    token46 = var.set(46)
    var.reset(token46)
    log(name, var.get())
    await asyncio.sleep(0.050699)
    log(name, 47)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    log(tasks[0].done())
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
