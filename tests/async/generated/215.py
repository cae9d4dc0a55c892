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
    try: await asyncio.sleep(0.085798 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    queue.put_nowait(1)
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def work1(name):
    log(await asyncio.gather(leaf(3), leaf(31, 0.112152), leaf(7, 0.029794), return_exceptions=False))
    g5 = asyncio.gather(leaf(5, 0.057230), fail(55, 0.070267), return_exceptions=False)
    loop().call_later(0.055892, g5.cancel)
    try: log(name, await g5)
    except asyncio.CancelledError as e: log(name, 'gathered', 5, repr(e), g5.cancelled())
async def work2(name):
    log(name, 6, lock.locked(), sem.locked())
    log(await asyncio.gather(leaf(7), leaf(71, 0.081866), leaf(9), return_exceptions=True))
    it = counted(8, 3)
    try:
        log(await anext(it))
        pass
        h11 = loop().call_at(loop().time() + 0.040455, log, 'handle', 11)
        loop().call_later(0.068656, h11.cancel)
        log(name, h11.cancelled())
    finally:
        log('closes', await it.aclose())
async def work3(name):
    log([q async for q in counted(12, 2)])
    asyncio.get_running_loop().call_later(0.092972, log, 'later', 13)
    if not fut.done(): fut.set_result(14)
    log(name, 'fut', fut.done())
    tasks.append(asyncio.eager_task_factory(loop(), varied(16)))
    log(name, tasks[-1].done())
async def work4(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    try:
        async with asyncio.timeout(None) as tm19:
            tm19.reschedule(loop().time() + 0.121097)
            await asyncio.sleep(0.009275)
            log(name, 'in time', 19)
    except TimeoutError: log(name, 'late', 19, tm19.expired())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks[-1].cancel('by main')
    tasks[0].cancel()
    event.set()
    log(tasks[0].done())
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
