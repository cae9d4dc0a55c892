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
    try: await asyncio.sleep(0.106637 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    if tasks: log(name, 'cancel', 1, tasks[1 % len(tasks)].cancel())
    log(await asyncio.wait_for(leaf(2, 0.019191), 0.022344))
async def work1(name):
    await asyncio.sleep(0.027900)
    log(name, 3)
    try:
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.091790, 5)), asyncio.create_task(leaf(53, 0.089443))], timeout=0.112443):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
        async with lock:
            log(name, 'lock', 6)
            log(await asyncio.wait_for(leaf(7, 0.036206), None))
        log(name, await asyncio.shield(fut))
        if not fut.done(): fut.set_exception(E2(9))
        log(name, 'fut', fut.done())
    finally:
        log(name, 'finally', 4)
    try:
        try:
            async with asyncio.timeout(0.087451):
                for i12 in range(2):
                    asyncio.get_running_loop().call_later(0.068484, log, 'later', 13)
                    asyncio.get_running_loop().call_later(0.016395, log, 'later', 14)
        except E1 as e:
            log(name, 'timeout', 11, repr(e))
        log(name, 15, event.is_set())
        event.set(); event.clear()
        async with Manager(16, False):
            pass
        for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.114451, 18)), asyncio.create_task(leaf(183, 0.084530))]):
            try: log(await c)
            except (E1, asyncio.TimeoutError) as e: log(repr(e))
    except Exception as e:
        log(name, 'caught', 10, repr(e))
        asyncio.get_running_loop().call_later(0.103680, log, 'later', 19)
        await asyncio.sleep(0.107559)
        log(name, 20)
        raise
    pass
async def work2(name):
    log(name, 22, lock.locked(), sem.locked())
async def work3(name):
    log(await event.wait())
    d, p = await asyncio.wait([asyncio.create_task(leaf(24, 0.017925)), asyncio.create_task(leaf(242, 0.065339))], return_when=asyncio.FIRST_COMPLETED)
    log(name, len(d), len(p))
    for t_ in p: t_.cancel()
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    log(await asyncio.gather(leaf(25), leaf(251, 0.029001), leaf(7, 0.094446), return_exceptions=True))
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks[0].cancel()
    await asyncio.sleep(0)
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
