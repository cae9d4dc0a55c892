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
    try: await asyncio.sleep(0.121078 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if len(tasks) % 2:
        log(await asyncio.wait_for(leaf(2, 0.003784), 0))
        queue.task_done()
        log(name, await asyncio.wait_for(queue.join(), 0.048877))
        if len(tasks) % 2:
            log(await event.wait())
        else:
            if tasks: log(name, 'cancel', 8, tasks[8 % len(tasks)].cancel('msg'))
    else:
        contextvars.copy_context().run(loop().call_soon, log, 'in context', 10)
    async with lock:
        log(name, 'lock', 11)
        d, p = await asyncio.wait([asyncio.create_task(leaf(12, 0.124654)), asyncio.create_task(leaf(122, 0.098552))])
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        log(name, 'got', await queue.get())
        tasks.append(asyncio.create_task(agen_child(f'{name}.14'), name=f'{name}.14'))
        tasks.append(asyncio.create_task(child(f'{name}.15'), name=f'{name}.15'))
    try:
        it18 = counted(18, 3)
        log(await it18.asend(None))
        log(await it18.athrow(E1(18)))
        log(await anext(it18, 'over'))
    except asyncio.CancelledError as e:
        log(name, 'caught', 16, repr(e))
        if not fut.done(): fut.cancel()
        log(name, 'fut', fut.done())
        log(await event.wait())
    log(await asyncio.gather(leaf(21), leaf(211, 0.004447), leaf(7, 0.127473), return_exceptions=False))
async def work1(name):
    async with cond:
        cond.notify(2)
        log(name, 'cond', 22)
    async with lock:
        log(name, 'lock', 23)
        try:
            async with asyncio.TaskGroup() as tg:
                g24 = tg.create_task(leaf(24, 0.123594))
                tg.create_task(child(f'{name}/24'))
                h26 = loop().call_later(0.026230, log, 'handle', 26)
                loop().call_later(0.018983, h26.cancel)
                log(name, h26.cancelled())
        except ExceptionGroup as e:
            log(name, 'group', 24, e.exceptions)
        log(name, queue.qsize())
async def work2(name):
    asyncio.get_running_loop().call_soon(log, 'soon', 29)
    g31 = asyncio.gather(leaf(31, 0.023736), leaf(315, 0.090771), return_exceptions=True)
    loop().call_later(0.120975, g31.cancel)
    try: log(name, await g31)
    except BaseException as e: log(name, 'gathered', 31, repr(e), g31.cancelled())
    log([q async for q in counted(32, 3)])
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
    tasks[0].cancel()
    await asyncio.sleep(0.038576)
    fut.cancel() if not fut.done() else None
    fut.cancel() if not fut.done() else None
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
