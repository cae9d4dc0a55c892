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
    try: await asyncio.sleep(0.094196 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log(await asyncio.gather(leaf(1), leaf(11, 0.123129), fut, return_exceptions=True))
    async with barrier as at: log(name, at)
async def work1(name):
    sem.release()
    if tasks: tasks[7 % len(tasks)].add_done_callback(lambda t: raises(7))
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.029469))
async def work2(name):
    tasks.append(asyncio.ensure_future(child(f'{name}:10')))
    tasks[-1].add_done_callback(lambda t: log('done', 10, t.cancelled()))
    it12 = counted(12, 3)
    log(await it12.asend(None))
    await it12.aclose()
    log(await anext(it12, 'over'))
async def work3(name):
    if tasks: log(name, 'cancel', 13, tasks[13 % len(tasks)].cancel())
async def work4(name):
    h15 = loop().call_later(0.026198, log, 'handle', 15)
    h15.cancel()
    log(name, h15.cancelled())
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    log(queue.qsize(), queue.empty(), queue.full())
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work5(name):
    tasks[-1].set_name('renamed20')
    log(tasks[-1].get_name(), tasks[-1].get_coro().__name__)
    try:
        log(await event.wait())
    except asyncio.TimeoutError as e:
        log(name, 'caught', 21, repr(e))
        if not fut.done(): fut.set_result(23)
        log(name, 'fut', fut.done())
        return name
    d, p = await asyncio.wait([asyncio.create_task(leaf(25, 0.077748)), asyncio.create_task(fail(252, 0.036290))], return_when=asyncio.FIRST_COMPLETED)
    log(name, len(d), len(p))
    for t_ in p: t_.cancel()
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
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
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    fut.cancel() if not fut.done() else None
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0.016684)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
