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
    try: await asyncio.sleep(0.033649 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with cond:
        cond.notify_all()
        log(name, 'cond', 1)
    asyncio.get_running_loop().call_later(0.022755, log, 'later', 2)
    log(name, var.get())
    token4 = var.set(4)
    log(name, var.get())
    await asyncio.sleep(0)
async def work1(name):
    loop().call_later(0.116467, raises, 7, context=contextvars.Context())
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[9 % len(tasks)], 0.006977))
        except Exception as e: log(name, 'waited for', 9, repr(e))
async def work2(name):
    it11 = counted(11, 3)
    log(await it11.asend(None))
    log(await it11.athrow(E1(11)))
    log(await anext(it11, 'over'))
async def work3(name):
    if tasks: log(name, 'cancel', 12, tasks[12 % len(tasks)].cancel())
    queue.put_nowait(13)
    try:
        async with asyncio.timeout(0) as tm15:
            tm15.reschedule(loop().time() + 0.111000)
            await asyncio.sleep(0.037916)
            log(name, 'in time', 15)
    except TimeoutError: log(name, 'late', 15, tm15.expired())
async def work4(name):
    async for q in counted(16, 2):
        log(name, 'item', q)
        await asyncio.sleep(0.035955)
        log(name, 17)
        async for f19 in asyncio.as_completed([leaf(19, 0.011556), fail(196, 0.019912)]):
            log(name, f19.done(), repr(f19.exception()))
        async with cond:
            cond.notify()
            log(name, 'cond', 20)
        tasks.append(asyncio.eager_task_factory(loop(), varied(22)))
        log(name, tasks[-1].done())
    g24 = asyncio.gather(leaf(24, 0.025213), fail(245, 0.038624), return_exceptions=True)
    loop().call_later(0.089925, g24.cancel)
    try: log(name, await g24)
    except BaseException as e: log(name, 'gathered', 24, repr(e), g24.cancelled())
    log(queue.get_nowait())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    log(tasks[0].done())
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
