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
    try: await asyncio.sleep(0.051967 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); return 3
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    log([q async for q in counted(1, 2)])
    try: log(tasks[-1].result())
    except BaseException as e: log(repr(e))
    s4 = asyncio.shield(asyncio.create_task(leaf(4, 0.081348)))
    s4.cancel()
    try: log(await s4)
    except asyncio.CancelledError as e: log(name, 'shield', 4, repr(e))
    await asyncio.sleep(0)
async def work1(name):
    if tasks: log(name, 6, tasks[6 % len(tasks)].done(), tasks[6 % len(tasks)].cancelled(), tasks[6 % len(tasks)].cancelling())
    pass
    d, p = await asyncio.wait([asyncio.create_task(leaf(8, 0.043829)), asyncio.create_task(leaf(82, 0.083687))], return_when=asyncio.FIRST_COMPLETED)
    log(name, len(d), len(p))
    pass
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
async def work2(name):
    try:
        async with asyncio.timeout(0.004930):
            log([q async for q in counted(10, 1)])
            loop().call_later(0.120537, raises, 12, context=contextvars.Context())
            await asyncio.sleep(0.042575)
            log(name, 13)
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.053990, 14)), asyncio.create_task(leaf(143, 0.083504))]):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
    except E1 as e:
        log(name, 'timeout', 9, repr(e))
    queue.put_nowait(15)
    pass
    try:
        f19 = loop().create_future()
        f19.add_done_callback(lambda f: log('future', 19, f.cancelled()))
        loop().call_later(0.060035, f19.cancel)
        log(name, await f19)
        log(name, 'got', await queue.get())
    except asyncio.CancelledError as e:
        log(name, 'caught', 17, repr(e))
        tasks.append(asyncio.Task(child(f'{name}!22'), loop=loop(), eager_start=True, name=f'{name}!22'))
        raise
async def work3(name):
    h24 = loop().call_at(loop().time() + 0.047653, log, 'handle', 24)
    h24.cancel()
    log(name, h24.cancelled())
    tasks.append(asyncio.create_task(agen_child(f'{name}.25'), name=f'{name}.25'))
    tasks.append(asyncio.ensure_future(child(f'{name}:26')))
    tasks[-1].add_done_callback(lambda t: log('done', 26, t.cancelled()))
async def work4(name):
    async with lock:
        log(name, 'lock', 27)
        asyncio.get_running_loop().call_later(0.015863, log, 'later', 28)
async def work5(name):
    try:
        async with barrier as at: log(name, at)
        if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.079959))[:5])
        tasks.append(asyncio.eager_task_factory(loop(), varied(34)))
        log(name, tasks[-1].done())
    except asyncio.CancelledError as e:
        log(name, 'caught', 29, repr(e))
        it36 = counted(36, 3)
        log(await it36.asend(None))
        await it36.aclose()
        log(await anext(it36, 'over'))
        raise
    log(name, await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(leaf(38, 0.123747), loop())))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    loop().set_exception_handler(told)
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    event.set()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
