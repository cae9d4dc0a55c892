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
    try: await asyncio.sleep(0.005861 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    contextvars.copy_context().run(loop().call_soon, log, 'in context', 2)
    log(await asyncio.gather(leaf(3), leaf(31, 0.078395), fut, return_exceptions=False))
    contextvars.copy_context().run(loop().call_soon, log, 'in context', 5)
async def work1(name):
    async with Manager(6, True):
        if len(tasks) % 2:
            tasks.append(asyncio.create_task(child(f'{name}.8'), name=f'{name}.8'))
            tasks.append(asyncio.create_task(child(f'{name}.9'), name=f'{name}.9'))
        else:
            log(queue.qsize(), queue.empty(), queue.full())
        if not fut.done(): fut.set_result(11)
        log(name, 'fut', fut.done())
        await asyncio.sleep(0.125604)
        log(name, 12)
        log(name, 13, event.is_set())
        event.clear()
    d, p = await asyncio.wait([asyncio.create_task(leaf(14, 0.111799)), asyncio.create_task(fail(142, 0.005918))], timeout=0.124911)
    log(name, len(d), len(p))
    if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    log(await asyncio.wait_for(leaf(15, 0.093611), 0.092355))
async def work2(name):
    for i16 in range(2):
        async with cond:
            log(name, await asyncio.wait_for(cond.wait_for(event.is_set), 0.079877))
        it20 = counted(20, 3)
        log(await it20.asend(None))
        await it20.aclose()
        log(await anext(it20, 'over'))
        try:
            async with asyncio.timeout(0.021647) as tm22:
                tm22.reschedule(loop().time() + 0.092504)
                await asyncio.sleep(0.089233)
                log(name, 'in time', 22)
        except TimeoutError: log(name, 'late', 22, tm22.expired())
    log(name, await asyncio.shield(fut))
    queue.shutdown(immediate=True)
async def work3(name):
    log(await asyncio.wait_for(leaf(26, 0.062050), 0))
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.019060))[:5])
async def work4(name):
    it = counted(28, 3)
    log(await anext(it))
    del it
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(1), asyncio.Semaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    log(tasks[0].done())
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.046959)
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
