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
    try: await asyncio.sleep(0.030414 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    loop().call_later(0.010632, raises, 2, context=contextvars.Context())
    it4 = counted(4, 3)
    log(await it4.asend(None))
    log(await it4.asend(4))
    log(await anext(it4, 'over'))
    log(await asyncio.wait_for(leaf(5, 0.127737), None))
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.027677))
async def work1(name):
    await barrier.wait()
    it = counted(9, 3)
    try:
        log(await anext(it))
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        log(await event.wait())
    finally:
        log('closes', await it.aclose())
    if tasks: log(name, 'cancel', 12, tasks[12 % len(tasks)].cancel())
async def work2(name):
    async with cond:
        cond.notify(2)
        log(name, 'cond', 13)
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.042194))
    log(name, await asyncio.shield(fut))
    log(name, await asyncio.shield(fut))
async def work3(name):
    async with cond:
        log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.081315))
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.008178, 20)), asyncio.create_task(leaf(203, 0.070623))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
async def work4(name):
    await asyncio.sleep(0.113137)
    log(name, 21)
    log(await asyncio.wait_for(leaf(22, 0.045816), 0))
    queue.task_done()
    asyncio.current_task().cancel()
async def work5(name):
    pass
    log(name, var.get())
    token28 = var.set(28)
    log(name, var.get())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    event.set()
    tasks[-1].cancel('by main')
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
