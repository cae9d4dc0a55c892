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
    try: await asyncio.sleep(0.108898 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    d, p = await asyncio.wait([asyncio.create_task(leaf(1, 0.072695)), asyncio.create_task(leaf(12, 0.075177))])
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    if lock.locked(): lock.release()
    pass
    pass
async def work1(name):
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
async def work2(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g7 = tg.create_task(leaf(7, 0.051358))
            tg.create_task(child(f'{name}/7'))
            if tasks: tasks[9 % len(tasks)].add_done_callback(raises)
            tasks.append(asyncio.ensure_future(child(f'{name}:10')))
            tasks[-1].add_done_callback(lambda t: log('done', 10, t.cancelled()))
            log(name, await fut)
    except ExceptionGroup as e:
        log(name, 'group', 7, e.exceptions)
async def work3(name):
    loop().call_later(0.091279, raises, 13, context=contextvars.Context())
    async for q in counted(14, 3):
        log(name, 'item', q)
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.030206, 15)), asyncio.create_task(leaf(153, 0.067871))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        try:
            async for q in counted(17, 4):
                log(name, 'item', q)
                pass
        finally:
            log(name, 'finally', 16)
        if len(tasks) % 2:
            async with lock:
                log(name, 'lock', 20)
                d, p = await asyncio.wait([asyncio.create_task(leaf(21, 0.096613)), asyncio.create_task(leaf(212, 0.045049))], return_when=asyncio.FIRST_EXCEPTION)
                log(name, len(d), len(p))
                if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
                for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        else:
            pass
            await asyncio.sleep(0.088917)
            log(name, 23)
        s25 = asyncio.shield(asyncio.create_task(leaf(25, 0.058190)))
        s25.cancel()
        try: log(await s25)
        except asyncio.CancelledError as e: log(name, 'shield', 25, repr(e))
async def work4(name):
    h27 = loop().call_later(0.063290, log, 'handle', 27)
    h27.cancel()
    log(name, h27.cancelled())
    loop().call_later(0.061007, raises, 29, context=contextvars.Context())
    try:
        async with asyncio.timeout(0.013229):
            for i31 in range(2):
                if lock.locked(): lock.release()
                asyncio.current_task().cancel('self')
    except TimeoutError as e:
        log(name, 'timeout', 30, repr(e))
async def work5(name):
    asyncio.current_task().cancel()
    asyncio.get_running_loop().call_later(0.013088, log, 'later', 38)
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
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
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0.103347)
    fut.cancel() if not fut.done() else None
    await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
