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
    try: await asyncio.sleep(0.105035 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise E2('instead')
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with Manager(1, False):
        d, p = await asyncio.wait([asyncio.create_task(leaf(2, 0.069033)), asyncio.create_task(leaf(22, 0.115057))], return_when=asyncio.FIRST_COMPLETED)
        log(name, len(d), len(p))
        pass
        for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
    async with lock:
        log(name, 'lock', 3)
        log(name, 4, lock.locked(), sem.locked())
        if len(tasks) % 2:
            if tasks: log(name, 'cancel', 6, tasks[6 % len(tasks)].cancel())
            log(await asyncio.wait_for(leaf(7, 0.035382), None))
        else:
            log(barrier.n_waiting, barrier.broken)
        try:
            try: log(tasks[-1].result())
            except BaseException as e: log(repr(e))
        except asyncio.CancelledError as e:
            log(name, 'caught', 9, repr(e))
            log(name, await fut)
            raise
        queue.put_nowait(12)
    async with sem:
        log(name, 'sem', 13)
        log([q async for q in counted(14, 1)])
        async with Manager(15, False):
            async with sem:
                log(name, 'sem', 16)
                log(name, 'put', 17)
                await queue.put(17)
                log(await asyncio.gather(leaf(18), leaf(181, 0.089145), leaf(7, 0.057775), return_exceptions=True))
            try:
                async with asyncio.TaskGroup() as tg:
                    g19 = tg.create_task(fail(19, 0.020813))
                    tg.create_task(child(f'{name}/19'))
                    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
            except ExceptionGroup as e:
                log(name, 'group', 19, e.exceptions)
        try:
            try: log(tasks[-1].result())
            except BaseException as e: log(repr(e))
        except E1 as e:
            log(name, 'caught', 21, repr(e))
            log(name, 'got', await queue.get())
            log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work1(name):
    pass
    tasks.append(asyncio.ensure_future(child(f'{name}:26')))
    tasks[-1].add_done_callback(lambda t: log('done', 26, t.cancelled()))
    log(name, 27, event.is_set())
    event.set(); event.clear()
    pass
async def work2(name):
    queue.put_nowait(29)
    log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
async def work3(name):
    asyncio.get_running_loop().call_later(0.003521, log, 'later', 31)
    async with lock:
        log(name, 'lock', 32)
        async with lock:
            log(name, 'lock', 33)
            async with sem:
                log(name, 'sem', 34)
                asyncio.get_running_loop().call_soon(log, 'soon', 35)
        async with cond:
            await cond.wait()
            log(name, 'cond', 36)
        log(await asyncio.wait_for(leaf(37, 0.100270), 0.010687))
        async with lock:
            log(name, 'lock', 38)
            log(name, 39, event.is_set())
            event.set()
            log(await asyncio.wait_for(leaf(40, 0.060782), 0.044455))
    if tasks: log(name, 'cancel', 41, tasks[41 % len(tasks)].cancel())
    tasks.append(asyncio.ensure_future(child(f'{name}:42')))
    tasks[-1].add_done_callback(lambda t: log('done', 42, t.cancelled()))
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
    tasks[0].cancel()
    log(tasks[0].done())
    fut.cancel() if not fut.done() else None
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
