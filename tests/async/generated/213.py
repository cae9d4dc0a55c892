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
    try: await asyncio.sleep(0.123630 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    g2 = asyncio.gather(leaf(2, 0.084031), fail(25, 0.065795), return_exceptions=True)
    loop().call_later(0.043710, g2.cancel)
    try: log(name, await g2)
    except BaseException as e: log(name, 'gathered', 2, repr(e), g2.cancelled())
async def work1(name):
    async for q in counted(3, 2):
        log(name, 'item', q)
        pass
    if tasks:
        try: log(name, await asyncio.wait_for(tasks[6 % len(tasks)], 0.046385))
        except Exception as e: log(name, 'waited for', 6, repr(e))
    async with lock:
        log(name, 'lock', 7)
        d, p = await asyncio.wait([asyncio.create_task(leaf(8, 0.015422)), asyncio.create_task(fail(82, 0.052345))], timeout=0.040070)
        log(name, len(d), len(p))
        if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    try:
        async with asyncio.timeout(0.099171) as tm:
            asyncio.get_running_loop().call_later(0.102672, log, 'later', 10)
    except TimeoutError as e:
        log(name, 'timeout', 9, repr(e))
async def work2(name):
    async with lock:
        log(name, 'lock', 11)
        raise E1(12)
    async with cond:
        cond.notify()
        log(name, 'cond', 13)
    try:
        async with asyncio.timeout(0.058947):
            log(await asyncio.wait_for(leaf(15, 0.097855), 0.096266))
            log(await asyncio.wait_for(leaf(16, 0.016864), None))
            if tasks: tasks[18 % len(tasks)].add_done_callback(raises)
    except E1 as e:
        log(name, 'timeout', 14, repr(e))
async def work3(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g19 = tg.create_task(fail(19, 0.115049))
            tg.create_task(child(f'{name}/19'))
            log(name, 'put', 20)
            await queue.put(20)
            log(await asyncio.gather(leaf(21), leaf(211, 0.068452), leaf(9), return_exceptions=True))
            tasks.append(asyncio.Task(child(f'{name}!23'), loop=loop(), eager_start=True, name=f'{name}!23'))
    except ExceptionGroup as e:
        log(name, 'group', 19, e.exceptions)
    async with lock:
        log(name, 'lock', 24)
        await barrier.wait()
        g27 = asyncio.gather(leaf(27, 0.121307), leaf(275, 0.090661), return_exceptions=False)
        loop().call_later(0.042974, g27.cancel)
        try: log(name, await g27)
        except asyncio.CancelledError as e: log(name, 'gathered', 27, repr(e), g27.cancelled())
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        async with Manager(29, True):
            log([q async for q in counted(30, 2)])
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
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
