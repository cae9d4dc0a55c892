# reference: jumps
# A program made up at random: workers over shared primitives, cancelled here and there; what counts is the order of what they print.
class E1(Exception): pass
class E2(E1): pass
import asyncio
def log(*a): print(*a)
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
async def child(name):
    try: await asyncio.sleep(0.054444 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with Manager(1, True):
        log(queue.get_nowait())
        log(await asyncio.wait_for(leaf(3, 0.086191), None))
        await asyncio.sleep(0)
        log(await asyncio.gather(leaf(5), leaf(51, 0.007264), fut, return_exceptions=True))
async def work1(name):
    log([q async for q in counted(6, 2)])
    await asyncio.sleep(0)
    it = counted(8, 3)
    try:
        log(await anext(it))
        log(name, await asyncio.shield(fut))
        log(await asyncio.wait_for(leaf(10, 0.075414), None))
    finally:
        log('closes', await it.aclose())
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.054218))[:5])
async def work2(name):
    try:
        pass
        pass
    except BaseException as e:
        log(name, 'caught', 12, repr(e))
        d, p = await asyncio.wait([asyncio.create_task(leaf(15, 0.092006)), asyncio.create_task(leaf(152, 0.024082))], timeout=0.044254)
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
        raise
async def work3(name):
    log(await asyncio.wait_for(leaf(16, 0.001151), 0.046311))
    log(await asyncio.wait_for(leaf(17, 0.053441), None))
    async with sem:
        log(name, 'sem', 18)
        if tasks: log(name, 'cancel', 19, tasks[19 % len(tasks)].cancel())
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    if not fut.done(): fut.set_exception(E2(21))
    log(name, 'fut', fut.done())
async def work4(name):
    log(await asyncio.wait_for(leaf(22, 0.090682), 0))
    queue.put_nowait(23)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.Queue(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks[0].cancel()
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    log(len(asyncio.all_tasks()))
asyncio.run(main())
