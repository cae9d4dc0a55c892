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
    try: await asyncio.sleep(0.106721 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); await asyncio.sleep(0); log(name, 'more'); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with Manager(1, False):
        d, p = await asyncio.wait([asyncio.create_task(leaf(2, 0.017681)), asyncio.create_task(fail(22, 0.041443))])
        log(name, len(d), len(p))
        if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    await asyncio.sleep(0.121921)
    log(name, 3)
async def work1(name):
    log(name, 4, lock.locked(), sem.locked())
    if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.003015))[:5])
async def work2(name):
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.093335, 6)), asyncio.create_task(leaf(63, 0.122620))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.057724, 7)), asyncio.create_task(leaf(73, 0.003123))]):
        try: log(await c)
        except (E1, asyncio.TimeoutError) as e: log(repr(e))
    log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    log(await asyncio.wait_for(leaf(9, 0.124887), 0.116928))
async def work3(name):
    log(name, await asyncio.shield(fut))
    it = counted(11, 3)
    try:
        log(await anext(it))
        await asyncio.sleep(0.045783)
        log(name, 12)
        log(name, 13, event.is_set())
        event.set(); event.clear()
    finally:
        log('closes', await it.aclose())
    d, p = await asyncio.wait([asyncio.create_task(leaf(14, 0.072655)), asyncio.create_task(fail(142, 0.016785))], timeout=0.118565)
    log(name, len(d), len(p))
    if p: log(len(await asyncio.gather(*p, return_exceptions=True)))
    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
async def work4(name):
    try:
        async with asyncio.timeout(0.037513):
            try:
                async with asyncio.timeout(0.049759):
                    await asyncio.sleep(0)
                    queue.put_nowait(18)
            except TimeoutError as e:
                log(name, 'timeout', 16, repr(e))
    except E1 as e:
        log(name, 'timeout', 15, repr(e))
    queue.put_nowait(19)
    async with Manager(20, True):
        if tasks: log(name, 'cancel', 21, tasks[21 % len(tasks)].cancel())
        log(name, await fut)
        try:
            async with cond:
                cond.notify(2)
                log(name, 'cond', 24)
            it = counted(25, 3)
            log(await anext(it))
            del it
        except asyncio.CancelledError as e:
            log(name, 'caught', 23, repr(e))
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.120759, 26)), asyncio.create_task(leaf(263, 0.026850))], timeout=0.006927):
                try: log(await c)
                except (E1, asyncio.TimeoutError) as e: log(repr(e))
            raise
        await asyncio.sleep(0.016775)
        log(name, 27)
async def work5(name):
    try:
        async with asyncio.TaskGroup() as tg:
            g28 = tg.create_task(leaf(28, 0.080059))
            tg.create_task(child(f'{name}/28'))
            log(await event.wait())
            async with Manager(30, False):
                tasks.append(asyncio.create_task(agen_child(f'{name}.31'), name=f'{name}.31'))
                try:
                    log(name, 33, lock.locked(), sem.locked())
                except asyncio.CancelledError as e:
                    log(name, 'caught', 32, repr(e))
                    log(name, 34, lock.locked(), sem.locked())
                    raise
            log(queue.get_nowait())
            log(name, 'got', await queue.get())
    except ExceptionGroup as e:
        log(name, 'group', 28, e.exceptions)
    log(name, 37, event.is_set())
    event.clear()
    async for q in counted(38, 4):
        log(name, 'item', q)
        if len(tasks) % 2:
            log(await asyncio.gather(leaf(40), leaf(401, 0.004662), leaf(7, 0.048157), return_exceptions=True))
        else:
            log(name, await asyncio.shield(fut))
        async with sem:
            log(name, 'sem', 42)
            log(name, 43, lock.locked(), sem.locked())
            await asyncio.sleep(0)
        log(name, await fut)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    tasks.append(asyncio.create_task(work5('w5'), name='w5'))
    event.set()
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.108963)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
