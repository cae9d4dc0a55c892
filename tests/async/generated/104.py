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
    try: await asyncio.sleep(0.018552 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    if lock.locked(): lock.release()
    async with lock:
        log(name, 'lock', 4)
        loop().call_soon(raises, 6)
        tasks.append(asyncio.create_task(varied(8), context=None))
    log(name, var.get())
    token10 = var.set(10)
    var.reset(token10)
    log(name, var.get())
async def work1(name):
    h12 = loop().call_later(0.036938, log, 'handle', 12)
    h12.cancel()
    log(name, h12.cancelled())
    log(await event.wait())
    if not fut.done(): fut.set_result(14)
    log(name, 'fut', fut.done())
    it = counted(15, 3)
    log(await anext(it))
    del it
async def work2(name):
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.008746, 16)), asyncio.create_task(leaf(163, 0.084079))], timeout=0.006537):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    async with lock:
        log(name, 'lock', 17)
        pass
        queue.put_nowait(19)
        for i20 in range(3):
            for i21 in range(2):
                contextvars.copy_context().run(loop().call_soon, log, 'in context', 23)
        async with Manager(24, True):
            await barrier.reset()
            if tasks: tasks[28 % len(tasks)].add_done_callback(raises)
async def work3(name):
    tasks.append(asyncio.ensure_future(child(f'{name}:29')))
    tasks[-1].add_done_callback(lambda t: log('done', 29, t.cancelled()))
    log(name, queue.qsize())
    try:
        asyncio.get_running_loop().call_soon(log, 'soon', 33)
        if tasks:
            try: log(name, await asyncio.wait_for(tasks[35 % len(tasks)], 0))
            except Exception as e: log(name, 'waited for', 35, repr(e))
    finally:
        log(name, 'finally', 32)
async def work4(name):
    log(name, 36, event.is_set())
    event.set(); event.clear()
    it = counted(37, 3)
    log(await anext(it))
    del it
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    fut.cancel() if not fut.done() else None
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
