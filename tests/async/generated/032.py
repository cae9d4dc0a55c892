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
    try: await asyncio.sleep(0.035721 + odd(name)); log(name, 'child')
    except asyncio.CancelledError as e: log(name, 'child cancelled', e.args); raise
    return name
async def agen_child(name):
    async for i in counted(0, 3): log(name, i)
async def work0(name):
    async with lock:
        log(name, 'lock', 1)
        await asyncio.sleep(0)
        async for q in counted(3, 2):
            log(name, 'item', q)
            tasks.append(asyncio.ensure_future(child(f'{name}:4')))
            tasks[-1].add_done_callback(lambda t: log('done', 4, t.cancelled()))
        async for q in counted(5, 1):
            log(name, 'item', q)
            async for q in counted(6, 2):
                log(name, 'item', q)
                raise E1(7)
                d, p = await asyncio.wait([asyncio.create_task(leaf(8, 0.101715)), asyncio.create_task(leaf(82, 0.123838))])
                log(name, len(d), len(p))
                pass
                for t_ in sorted(d, key=lambda q: int(q.get_name().split('-')[1])): log(repr(t_.exception()) if not t_.cancelled() else 'c')
            log(await asyncio.wait_for(leaf(9, 0.000196), 0))
    log([q async for q in counted(10, 1)])
    await asyncio.sleep(0.071252)
    log(name, 11)
async def work1(name):
    log(await event.wait())
    pass
    if tasks: log(name, 14, tasks[14 % len(tasks)].done(), tasks[14 % len(tasks)].cancelled(), tasks[14 % len(tasks)].cancelling())
    it = counted(15, 3)
    try:
        log(await anext(it))
        log(name, 'got', await queue.get())
    finally:
        log('closes', await it.aclose())
async def work2(name):
    log(name, 17, lock.locked(), sem.locked())
    async for q in counted(18, 2):
        log(name, 'item', q)
        if tasks: log(repr(await asyncio.wait([tasks[-1]], timeout=0.010003))[:5])
        if tasks: log(name, 20, tasks[20 % len(tasks)].done(), tasks[20 % len(tasks)].cancelled(), tasks[20 % len(tasks)].cancelling())
        await asyncio.sleep(0)
    log(barrier.n_waiting, barrier.broken)
async def work3(name):
    asyncio.get_running_loop().call_later(0.067352, log, 'later', 23)
    async with cond:
        cond.notify_all()
        log(name, 'cond', 24)
    async for q in counted(25, 1):
        log(name, 'item', q)
        async with sem:
            log(name, 'sem', 26)
            log(await asyncio.gather(leaf(27), leaf(271, 0.066995), fail(8), return_exceptions=False))
        log(name, asyncio.current_task().get_name(), asyncio.current_task().uncancel())
        tasks.append(asyncio.ensure_future(child(f'{name}:29')))
        tasks[-1].add_done_callback(lambda t: log('done', 29, t.cancelled()))
    try:
        try:
            if len(tasks) % 2:
                for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0.105638, 33)), asyncio.create_task(leaf(333, 0.010734))]):
                    try: log(await c)
                    except (E1, asyncio.TimeoutError) as e: log(repr(e))
                log(queue.get_nowait())
            else:
                log(name, await asyncio.shield(fut))
                tasks.append(asyncio.ensure_future(child(f'{name}:36')))
                tasks[-1].add_done_callback(lambda t: log('done', 36, t.cancelled()))
        except BaseException as e:
            log(name, 'caught', 31, repr(e))
            asyncio.get_running_loop().call_soon(log, 'soon', 37)
            raise
        tasks.append(asyncio.ensure_future(child(f'{name}:38')))
        tasks[-1].add_done_callback(lambda t: log('done', 38, t.cancelled()))
        log([q async for q in counted(39, 2)])
    except BaseException as e:
        log(name, 'caught', 30, repr(e))
        tasks.append(asyncio.create_task(child(f'{name}.40'), name=f'{name}.40'))
async def work4(name):
    if not fut.done(): fut.cancel()
    log(name, 'fut', fut.done())
    raise E1(42)
    try:
        async with asyncio.TaskGroup() as tg:
            g43 = tg.create_task(leaf(43, 0.087791))
            tg.create_task(child(f'{name}/43'))
            async with lock:
                log(name, 'lock', 44)
                log([q async for q in counted(45, 1)])
            for i46 in range(1):
                log(sorted(q.get_name() for q in asyncio.all_tasks() if not q.get_name().startswith('Task-'))[:5])
                queue.task_done()
            for i49 in range(2):
                async for q in counted(50, 3):
                    log(name, 'item', q)
                    log(await asyncio.gather(leaf(51), leaf(511, 0.075802), fail(8), return_exceptions=True))
                    pass
    except ExceptionGroup as e:
        log(name, 'group', 43, e.exceptions)
    try:
        async with Manager(54, False):
            await barrier.wait()
            try:
                async with asyncio.TaskGroup() as tg:
                    g56 = tg.create_task(fail(56, 0.024566))
                    tg.create_task(child(f'{name}/56'))
                    pass
                    queue.put_nowait(58)
            except ExceptionGroup as e:
                log(name, 'group', 56, e.exceptions)
    finally:
        log(name, 'finally', 53)
async def main():
    global start, event, queue, lock, sem, cond, barrier, fut, tasks
    start = asyncio.get_running_loop().time()
    event, lock, cond, tasks = asyncio.Event(), asyncio.Lock(), asyncio.Condition(), []
    queue, sem, barrier = asyncio.LifoQueue(1), asyncio.Semaphore(2), asyncio.Barrier(2)
    fut = asyncio.get_running_loop().create_future()
    tasks.append(asyncio.create_task(work0('w0'), name='w0'))
    tasks.append(asyncio.create_task(work1('w1'), name='w1'))
    tasks.append(asyncio.create_task(work2('w2'), name='w2'))
    tasks.append(asyncio.create_task(work3('w3'), name='w3'))
    tasks.append(asyncio.create_task(work4('w4'), name='w4'))
    try: queue.put_nowait(99)
    except asyncio.QueueFull: log('full')
    await asyncio.sleep(0.039975)
    await asyncio.sleep(0.5)
    for t in list(tasks): t.cancel()
    for i, r in enumerate(await asyncio.gather(*tasks, return_exceptions=True)): log(i, repr(r))
    pass
asyncio.run(main())
