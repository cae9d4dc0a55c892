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
    try: await asyncio.sleep(0.021695 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    try:
        if tasks: log(name, 'cancel', 2, tasks[2 % len(tasks)].cancel())
        log(name, 3, lock.locked(), sem.locked())
        pass
    finally:
        log(name, 'finally', 1)
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
    try:
        async with asyncio.TaskGroup() as tg:
            g6 = tg.create_task(leaf(6, 0.060547))
            tg.create_task(child(f'{name}/6'))
            if not fut.done(): fut.cancel()
            log(name, 'fut', fut.done())
            async with cond:
                await cond.wait()
                log(name, 'cond', 8)
            if len(tasks) % 2:
                log(await asyncio.wait_for(leaf(10, 0.093514), 0.074157))
                async for q in counted(11, 4):
                    log(name, 'item', q)
                    d, p = await asyncio.wait([asyncio.create_task(leaf(12, 0.067974)), asyncio.create_task(fail(122, 0.052551))], timeout=0.004814)
                    log(name, len(d), len(p))
                    pass
                    for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            else:
                asyncio.get_running_loop().call_later(0.071766, log, 'later', 13)
    except ExceptionGroup as e:
        log(name, 'group', 6, e.exceptions)
    log(await asyncio.wait_for(leaf(14, 0.010119), None))
async def work1(name):
    log(await event.wait())
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
    await asyncio.sleep(0.089850)
    log(name, 17)
    tasks.append(asyncio.create_task(child(f'{name}.18'), name=f'{name}.18'))
async def work2(name):
    async with lock:
        log(name, 'lock', 19)
        async with sem:
            log(name, 'sem', 20)
            if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.098667))[:5])
    log(barrier.n_waiting, barrier.broken)
    try:
        async with asyncio.timeout(0.067034):
            try:
                pass
                return name
            except asyncio.CancelledError as e:
                log(name, 'caught', 24, repr(e))
                log(name, await asyncio.shield(fut))
                log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
                raise
            log([q async for q in counted(29, 2)])
    except E1 as e:
        log(name, 'timeout', 23, repr(e))
    log(name, 30, lock.locked(), sem.locked())
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.PriorityQueue(), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    await asyncio.sleep(0)
    await asyncio.sleep(0.034032)
    tasks[-1].cancel('by main')
    tasks[-1].cancel('by main')
    await asyncio.sleep(0.042461)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    return 0
asyncio.run(main())
